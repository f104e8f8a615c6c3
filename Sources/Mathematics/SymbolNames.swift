/// The lists behind `SymbolTable`: a name and what it prints in turn.
enum SymbolNames {
  static let italicLetters = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
    chi χ psi ψ omega ω digamma ϝ thetasym ϑ varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π
    varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω imath ı jmath ȷ
    """

  static let uprightLetters = """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω Alpha Α Beta Β Epsilon Ε Zeta Ζ
    Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ
    gimel ℷ daleth ℸ alef ℵ alefsym ℵ eth ð Finv Ⅎ Game ⅁ complement ∁ N ℕ R ℝ Z ℤ Reals ℝ reals ℝ natnums ℕ Complex ℂ cnums ℂ
    real ℜ image ℑ weierp ℘ Bbbk 𝕜 AA Å aa å ae æ AE Æ oe œ OE Œ o ø O Ø ss ß
    """

  static let classes: [(MathSymbol.Class, String)] = [
    (.ordinary, ordinary), (.binary, binary), (.relation, relations), (.relation, negations), (.relation, arrows),
    (.opening, opening), (.closing, closing), (.inner, dots), (.punctuation, "colon : cdotp ⋅ ldotp . comma ,"),
  ]

  static let ordinary = """
    infty ∞ infin ∞ partial ∂ nabla ∇ forall ∀ exists ∃ exist ∃ nexists ∄ emptyset ∅ empty ∅ varnothing ∅ neg ¬ lnot ¬ top ⊤ bot ⊥
    angle ∠ ang ∠ measuredangle ∡ sphericalangle ∢ triangle △ triangledown ▽ blacktriangle ▲ blacktriangledown ▼ square □ Box □ blacksquare ■
    lozenge ◊ Diamond ◊ blacklozenge ⧫ bigstar ★ clubsuit ♣ clubs ♣ diamondsuit ♢ diamonds ♢ heartsuit ♡ hearts ♡ spadesuit ♠ spades ♠ sharp ♯
    flat ♭ natural ♮ prime ′ backprime ‵ surd √ checkmark ✓ dagger † ddagger ‡ S § sect § P ¶ copyright © circledR ® circledS Ⓢ
    pounds £ yen ¥ euro € degree ° maltese ✠ mho ℧ diagup ╱ diagdown ╲ backslash \\ % % # # $ $ & & _ _ | ‖ Vert ‖ vert | textbackslash \\
    lq ‘ rq ’ ldots … dotso … mathellipsis … nobreakspace \u{A0} minuso ⊖ dag † ddag ‡ textdollar $ textbar | textasciitilde ~ textunderscore _ hearts ♡
    """

  static let binary = """
    pm ± plusmn ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ bigcirc ◯ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
    wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dotplus ∔ ltimes ⋉
    rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ curlyvee ⋎ curlywedge ⋏ circledast ⊛ circledcirc ⊚ circleddash ⊝ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ intercal ⊺ barwedge ⊼ veebar ⊻ doublebarwedge ⩞ centerdot ⋅ divideontimes ⋇
    amalg ⨿ And & gtrdot ⋗ lessdot ⋖ Cap ⋒ Cup ⋓ sdot ⋅ And & unlhd ⊴ unrhd ⊵ lhd ⊲ rhd ⊳ ogreaterthan ⧁
    """

  static let relations = """
    le ≤ leq ≤ ge ≥ geq ≥ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ ne ≠ neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ thickapprox ≈ thicksim ∼
    cong ≅ doteq ≐ doteqdot ≑ Doteq ≑ propto ∝ varpropto ∝ asymp ≍ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿
    in ∈ isin ∈ ni ∋ owns ∋ subset ⊂ sub ⊂ supset ⊃ subseteq ⊆ sube ⊆ supseteq ⊇ supe ⊇ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
    vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ mid ∣ shortmid ∣ parallel ∥ shortparallel ∥ perp ⊥ smile ⌣ frown ⌢ bowtie ⋈ Join ⋈ between ≬ pitchfork ⋔
    therefore ∴ because ∵ coloneqq ≔ coloneq ≔ colonequals ≔ eqqcolon ≕ Coloneqq ⩴ dblcolon ∷ vcentcolon : ratio ∶ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛
    triangleq ≜ circeq ≗ bumpeq ≏ Bumpeq ≎ eqcirc ≖ risingdotseq ≓ fallingdotseq ≒ backsim ∽ backsimeq ⋍ trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ blacktriangleleft ◀ blacktriangleright ▶ vartriangle △
    lt < gt > eqsim ≂ multimap ⊸ origof ⊶ imageof ⊷ curlyeqprec ⋞ curlyeqsucc ⋟ eqslantless ⪕ eqslantgtr ⪖
    """

  static let negations = """
    nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nsim ≁ ncong ≇ nmid ∤ nparallel ∦ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ notin ∉ notni ∌
    nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lnsim ⋦ gnsim ⋧ precnsim ⋨ succnsim ⋩
    nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ varsubsetneq ⊊ varsupsetneq ⊋
    nleftarrow ↚ nrightarrow ↛ nleftrightarrow ↮ nLeftarrow ⇍ nRightarrow ⇏ nLeftrightarrow ⇎
    """

  static let arrows = """
    leftarrow ← gets ← rightarrow → to → leftrightarrow ↔ Leftarrow ⇐ Rightarrow ⇒ Leftrightarrow ⇔ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕
    longleftarrow ⟵ longrightarrow ⟶ longleftrightarrow ⟷ Longleftarrow ⟸ Longrightarrow ⟹ Longleftrightarrow ⟺ iff ⟺ implies ⟹ impliedby ⟸ mapsto ↦ longmapsto ⟼
    hookleftarrow ↩ hookrightarrow ↪ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀ rightharpoondown ⇁ rightleftharpoons ⇌ leftrightharpoons ⇋ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖
    leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢ curvearrowleft ↶ curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ upharpoonleft ↿ upharpoonright ↾ restriction ↾ downharpoonleft ⇃ downharpoonright ⇂
    leftleftarrows ⇇ rightrightarrows ⇉ upuparrows ⇈ downdownarrows ⇊ leftrightarrows ⇆ rightleftarrows ⇄ Lleftarrow ⇚ Rrightarrow ⇛ dashleftarrow ⇠ dashrightarrow ⇢ looparrowleft ↫ looparrowright ↬
    larr ← rarr → lArr ⇐ rArr ⇒ harr ↔ hArr ⇔ lrarr ↔ uarr ↑ darr ↓ Rarr ⇒ Larr ⇐ Harr ⇔
    """

  static let opening =
    "lbrace { { { lparen ( lbrack [ langle ⟨ lang ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ lmoustache ⎰ llbracket ⟦ ulcorner ┌ llcorner └"
  static let closing =
    "rbrace } } } rparen ) rbrack ] rangle ⟩ rang ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rmoustache ⎱ rrbracket ⟧ urcorner ┐ lrcorner ┘"
  static let dots = "dots … dotsc … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰ hdots …"

  static let delimiters: Set<String> = [
    "langle", "rangle", "lang", "rang", "lfloor", "rfloor", "lceil", "rceil", "vert", "Vert", "lvert", "rvert", "lVert",
    "rVert", "lbrack", "rbrack", "lparen", "rparen", "lgroup", "rgroup", "lmoustache", "rmoustache", "uparrow",
    "downarrow", "updownarrow", "Uparrow", "Downarrow", "Updownarrow", "llbracket", "rrbracket", "ulcorner",
    "urcorner", "llcorner", "lrcorner", "mid", "parallel",
  ]

  static let sums = """
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
    """
  static let integrals = "int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫"

  static let functions = """
    sin cos tan cot sec csc arcsin arccos arctan arctg arcctg sinh cosh tanh coth sh ch th ctg cotg tg cth log ln lg exp \
    deg dim hom ker arg
    """
  /// What stands above and below in display style; `~` is a thin space.
  static let limits = """
    lim lim max max min min sup sup inf inf det det gcd gcd Pr Pr limsup lim~sup liminf lim~inf argmax arg~max argmin arg~min
    injlim inj~lim projlim proj~lim plim plim
    """

  static let spaces: [(String, Double)] = [
    (",", 3 / 18), ("thinspace", 3 / 18), (":", 4 / 18), (">", 4 / 18), ("medspace", 4 / 18), (";", 5 / 18),
    ("thickspace", 5 / 18), ("!", -3 / 18), ("negthinspace", -3 / 18), ("negmedspace", -4 / 18),
    ("negthickspace", -5 / 18), ("enspace", 0.5), ("enskip", 0.5), ("quad", 1), ("qquad", 2), (" ", 0.25),
    ("space", 0.25), ("nobreak", 0), ("allowbreak", 0),
  ]
}
