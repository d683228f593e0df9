# Makes a table of this project against its peers, and holds their answers against each other.
BEGIN {
  FS = "\t"
  split("igraph rustworkx NetworKit networkx", tools, " ")
  print "| task | edges | footprints | igraph | rustworkx | NetworKit | networkx | fastest peer over footprints |"
  print "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
}
{
  key = $2 SUBSEP $3
  seconds[$1, $2, $3] = $4
  if (!(key in answer)) answer[key] = $6
  else if (answer[key] != $6) { wrong = wrong "\n" $1 " says " $6 " of " $2 " at " $3 " edges, not " answer[key] }
  if ($1 == "footprints") { if (!($2 in seen)) { seen[$2] = 1; names[++count] = $2 }; sizes[$2, ++size[$2]] = $3 }
  else isShared[key] = 1
}
END {
  for (i = 1; i <= count; i++) {
    name = names[i]
    for (j = 1; j <= size[name]; j++) {
      m = sizes[name, j]
      if (!((name SUBSEP m) in isShared)) continue
      own = seconds["footprints", name, m]
      line = sprintf("| %s | %d | %.4f s", name, m, own)
      best = 0
      for (t = 1; t <= 4; t++) {
        if ((tools[t], name, m) in seconds) {
          s = seconds[tools[t], name, m]
          line = line sprintf(" | %.4f s", s)
          if (best == 0 || s < best) best = s
        } else line = line " | -"
      }
      printf "%s | %.1f |\n", line, best / own
    }
  }
  print ""
  if (wrong != "") { print "ANSWERS DIFFER:" wrong; exit 1 }
  print "All tools came to the same answers."
}
