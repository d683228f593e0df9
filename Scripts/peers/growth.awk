# Makes a table of this project's own measurements: how time and memory grow with the graph.
BEGIN {
  FS = "\t"
  print "| algorithm | edges | seconds | edges a second | bytes an edge | growth |"
  print "| --- | ---: | ---: | ---: | ---: | ---: |"
}
$1 == "footprints" {
  if (!($2 in seen)) { seen[$2] = 1; names[++count] = $2 }
  size = ++sizes[$2]
  edges[$2, size] = $3; seconds[$2, size] = $4; bytes[$2, size] = $5
}
END {
  for (i = 1; i <= count; i++) {
    name = names[i]
    for (size = 1; size <= sizes[name]; size++) {
      m = edges[name, size]; s = seconds[name, size]
      growth = size == 1 ? "" : sprintf("%.2f", (s / m) / (seconds[name, size - 1] / edges[name, size - 1]))
      printf "| %s | %d | %.5f | %.1f million | %s | %s |\n", name, m, s, m / s / 1e6, (bytes[name, size] == "-" ? "-" : sprintf("%.1f", bytes[name, size])), growth
    }
  }
  print ""
  print "Growth is the time an edge over that at the size above: 1 is proportional."
}
