import GraphCore

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
default: print("usage: benchmark graphcore")
}
