import Testing

@testable import SiteEdition
