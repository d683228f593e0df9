# Makes a table of how the time of the search for findings grows with the register.
# Reads lines of: tool, step, lines, seconds, bytes a line, answer; England's steps say so.
BEGIN { FS = "\t" }
$1 == "footprints" {
  step = $2
  if (sub(/^England: /, "", step)) { place = "England" } else { place = $3 " lines" }
  if (!(step in known)) { known[step] = 1; steps[++stepCount] = step }
  if (!(place in lines)) { places[++placeCount] = place; lines[place] = $3 }
  seconds[step, place] = $4
  answer[step, place] = $6
}
END {
  printf "| step |"
  for (p = 1; p <= placeCount; p++) {
    printf " %s, ms |", places[p] == "England" ? "England (" lines["England"] " lines)" : places[p]
  }
  print " growth | findings |"
  printf "| --- |"
  for (p = 1; p <= placeCount; p++) printf " ---: |"
  print " ---: | ---: |"
  last = places[placeCount]; before = places[placeCount - 1]
  for (s = 1; s <= stepCount; s++) {
    step = steps[s]
    printf "| %s |", step
    for (p = 1; p <= placeCount; p++) printf " %.1f |", seconds[step, places[p]] * 1000
    growth = placeCount < 3 ? "" : sprintf("%.2f", (seconds[step, last] / lines[last]) / (seconds[step, before] / lines[before]))
    printf " %s | %s |\n", growth, step == "graph" ? "" : answer[step, last]
  }
  print ""
  print "Growth is the time a line at the last size over that at the size before: 1 is proportional."
}
