import Testing

@testable import Binding
