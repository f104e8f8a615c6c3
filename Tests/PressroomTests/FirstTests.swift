import Testing

@testable import Pressroom
