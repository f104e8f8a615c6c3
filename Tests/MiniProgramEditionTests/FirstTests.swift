import Testing

@testable import MiniProgramEdition
