extension CodeGrammar {
  static let cOpeners: [Opener] = [
    .line("//"), .line("///", .documentation), .line("//!", .documentation), .block("/*", "*/"),
    .block("/**", "*/", .documentation), .block("/*!", "*/", .documentation), .string("\"", StringForm("\"")),
    .string("'", StringForm("'")), .rule("#", .directive),
  ]
  static let cWords = """
    _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local alignas alignof asm auto break case const
    constexpr continue default do else enum extern for goto if inline register restrict return sizeof static
    static_assert struct switch thread_local typedef typeof union volatile while __attribute__ __asm__ __inline
    """
  static let cTypes = """
    bool char double float int long short signed unsigned void _Bool _Complex size_t ssize_t ptrdiff_t wchar_t char8_t
    char16_t char32_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t
    uintmax_t off_t pid_t time_t clock_t va_list FILE
    """
  static let cConstants = "true false NULL nullptr stdin stdout stderr EOF"

  static let c = CodeGrammar(
    words: [.keyword: cWords, .type: cTypes, .constant: cConstants],
    declaring: [.type: "struct enum union"],
    openers: cOpeners, traits: [.upperConstants, .labels, .arrowAccess], prefixes: .c)

  static let cpp = CodeGrammar(
    words: [
      .keyword: cWords + """
         and bitand bitor catch char8_t class co_await co_return co_yield concept const_cast consteval constinit decltype
        delete dynamic_cast explicit export final friend import module mutable namespace new noexcept not operator or
        override private protected public reinterpret_cast requires static_cast template this throw try typeid typename
        using virtual xor
        """,
      .type: cTypes, .constant: cConstants,
    ],
    declaring: [.type: "struct enum union class namespace concept"],
    openers: cOpeners + [.rule("[[", .attributeList)],
    traits: [.capitalizedTypes, .upperConstants, .labels, .quotedDigits, .arrowAccess], prefixes: .c)

  static let objectiveC = CodeGrammar(
    words: [
      .keyword: cWords + """
         assign atomic copy getter in instancetype nonatomic nonnull nullable out readonly readwrite retain self setter
        strong super weak __block __bridge __strong __weak __kindof
        """,
      .type: cTypes + " BOOL Class CGFloat IMP NSInteger NSUInteger SEL id",
      .constant: cConstants + " YES NO nil Nil",
    ],
    declaring: [.type: "struct enum union"],
    openers: cOpeners + [
      .string("@\"", StringForm("\"")), .rule("@", .objectiveCWord),
    ],
    traits: [.capitalizedTypes, .labels, .arrowAccess], prefixes: .c)
}
