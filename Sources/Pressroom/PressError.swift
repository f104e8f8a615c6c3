package import Diagnostics

/// Trouble with the machine: disk, permissions, another build. Holds the diagnostic that the command prints.
package struct PressError: Error, Sendable {
  package var diagnostic: Diagnostic
  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
