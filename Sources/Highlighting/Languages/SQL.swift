extension CodeGrammar {
  static let sql = CodeGrammar(
    words: [
      .keyword: """
      add after all alter analyze and any as asc autoincrement auto_increment before begin between by cascade case
      change charset check collate column comment commit conflict constraint create cross current database databases
      declare default delete desc describe distinct do drop each else elseif end engine escape except exec execute
      exists explain fetch first following for foreign from full function grant group having if ignore in index inner
      insert intersect interval into is isolation join key language last lateral left level like limit local lock
      loop materialized merge modify natural next no not nothing nulls of offset on only or order outer over partition
      preceding primary procedure range recursive references rename replace restrict return returning returns revoke
      right role rollback row rows savepoint schema select set show some start table tables temporary then to top
      transaction trigger truncate unbounded union unique until update use using values view when where while window
      with without
      """,
      .constant: "true false null current_date current_time current_timestamp current_user unknown",
      .type: """
      array bigint binary bit blob boolean bool bytea char character clob date datetime decimal double enum float int
      int2 int4 int8 integer json jsonb longtext mediumint mediumtext money numeric nvarchar precision real serial
      bigserial smallint text time timestamp timestamptz tinyint unsigned uuid varbinary varchar varying xml year zone
      """,
      .function: """
      abs avg cast ceil coalesce concat convert count date_add date_format extract floor group_concat ifnull length
      lower max min nullif now rank round row_number substr substring sum trim upper dense_rank string_agg to_char
      """,
    ],
    openers: [
      .line("--"), .line("#"), .block("/*", "*/"),
      .string("'", StringForm("'", escape: .doubled, spansLines: true)),
      .string("\"", StringForm("\"", escape: .doubled, spansLines: true)),
      .string("`", StringForm("`", .variable, escape: .doubled)), .sigil("@", .variable), .sigil("@@", .variable),
      .sigil(":", .variable), .string("$$", StringForm("$$", escape: .none, spansLines: true)),
    ],
    traits: [.ignoresCase], prefixes: .sql)
}
