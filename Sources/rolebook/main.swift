import Glibc

exit(
  await Rolebook.run(Array(CommandLine.arguments.dropFirst()), terminal: .current()).rawValue)
