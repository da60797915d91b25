import Foundation

/// Runs command lines as they are in the documentation.
///
/// `rolebook preview`, which would run until somebody ends it, is waited for, looked at as a writer
/// would, and ended as by Ctrl+C.
public enum DocumentationShell {
  /// Functions of the shell that the command lines call as if they were the installed programs.
  private static let functions = """
    rolebook() {
      if [ "$1" = preview ]; then preview "$@" --port 0; else "$PROGRAM" "$@"; fi
    }
    preview() (
      set +e -m
      said=$(mktemp)
      "$PROGRAM" "$@" > "$said" 2>&1 &
      address=
      for _ in $(seq 600); do
        address=$(grep --only-matching --max-count 1 'http://[^ ]*' "$said") && break
        kill -0 $! 2> /dev/null || break
        sleep 0.05
      done
      page=$(curl --silent --show-error --fail --location --retry 40 --retry-delay 0 \\
        --retry-all-errors --retry-max-time 30 "$address" 2>&1)
      fetched=$?
      kill -INT $!
      wait $!
      status=$?
      if [ $fetched -eq 0 ] && [[ $page = *'<html'* ]] && [ $status -eq 130 ]; then
        echo "previewed $address"
        exit 0
      fi
      echo "preview: '$address', page $fetched, end $status" >&2
      cat "$said" >&2
      exit 1
    )

    """

  /// Runs a script to its end; the first command that fails ends it.
  ///
  /// - Parameters:
  ///   - script: The command lines.
  ///   - folder: Where they run.
  ///   - environment: Variables on top of the test's own.
  public static func run(
    _ script: String, in folder: URL, environment: [String: String?] = [:]
  ) throws -> RunningCommand.Result {
    let variables = environment.merging(["PROGRAM": try Project.executable().path]) { $1 }
    return try TestSupport.run(
      URL(filePath: "/bin/bash"), ["-e", "-o", "pipefail", "-c", functions + script], in: folder,
      environment: variables)
  }
}
