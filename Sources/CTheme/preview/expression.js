'use strict';

/**
 * Expressions of WXML, `{{ }}`: the documented grammar and no more, read and worked out here, so that nothing is
 * evaluated as script. A call or an arrow is an error, as it shows nothing on a phone.
 */
(function (root) {
  const TOKEN =
    /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_$][\w$]*)|('(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*")|(===|!==|\.\.\.|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]{}]))/y;
  const ESCAPES = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };
  const BINARY = [['||'], ['&&'], ['==', '!=', '===', '!=='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];
  const CONSTANTS = { true: true, false: false, null: null, undefined: undefined };

  function unquote(text) {
    return text.slice(1, -1).replace(/\\(u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[\s\S])/g, (all, one, wide, narrow) => {
      if (wide || narrow) return String.fromCharCode(parseInt(wide || narrow, 16));
      return one in ESCAPES ? ESCAPES[one] : one;
    });
  }

  function tokens(source) {
    const found = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < source.length) {
      const at = TOKEN.lastIndex;
      if (!source.slice(at).trim()) break;
      const match = TOKEN.exec(source);
      if (!match) throw new Error('expression ' + source + ': unexpected ' + source.slice(at, at + 10));
      if (match[1] !== undefined) found.push({ kind: 'value', value: Number(match[1]) });
      else if (match[2] !== undefined) found.push({ kind: 'name', value: match[2] });
      else if (match[3] !== undefined) found.push({ kind: 'value', value: unquote(match[3]) });
      else found.push({ kind: match[4] });
    }
    found.push({ kind: 'end' });
    return found;
  }

  class Parser {
    constructor(source) {
      this.source = source;
      this.tokens = tokens(source);
      if (this.tokens.length > 3000) throw new Error('expression ' + source.slice(0, 60) + '… is too long');
      this.at = 0;
      this.depth = 0;
    }
    get kind() {
      return this.tokens[this.at].kind;
    }
    fail() {
      throw new Error('expression ' + this.source + ' cannot be read at ' + this.kind);
    }
    take(kind) {
      if (this.kind !== kind) this.fail();
      return this.tokens[this.at++];
    }
    accept(kind) {
      if (this.kind !== kind) return false;
      this.at += 1;
      return true;
    }
    all(read) {
      const tree = read.call(this);
      this.take('end');
      return tree;
    }
    ternary() {
      this.deeper();
      const condition = this.binary(0);
      let tree = condition;
      if (this.accept('?')) {
        const yes = this.ternary();
        this.take(':');
        tree = { kind: '?', condition, yes, no: this.ternary() };
      }
      this.depth -= 1;
      return tree;
    }
    /** Beyond what anybody writes, and within what the call stack has. */
    deeper() {
      this.depth += 1;
      if (this.depth > 200) throw new Error('expression ' + this.source.slice(0, 60) + '… is nested too deeply');
    }
    binary(level) {
      if (level === BINARY.length) return this.unary();
      let left = this.binary(level + 1);
      while (BINARY[level].includes(this.kind)) {
        const kind = this.take(this.kind).kind;
        left = { kind: 'binary', operator: kind, left, right: this.binary(level + 1) };
      }
      return left;
    }
    unary() {
      if (this.kind === '!' || this.kind === '-' || this.kind === '+') {
        this.deeper();
        const tree = { kind: 'unary', operator: this.take(this.kind).kind, operand: this.unary() };
        this.depth -= 1;
        return tree;
      }
      let value = this.primary();
      for (;;) {
        if (this.accept('.')) value = { kind: 'member', object: value, key: { kind: 'value', value: this.take('name').value } };
        else if (this.accept('[')) {
          value = { kind: 'member', object: value, key: this.ternary() };
          this.take(']');
        } else if (this.kind === '(') throw new Error('expression ' + this.source + ': a call shows nothing');
        else return value;
      }
    }
    primary() {
      if (this.kind === 'value') return this.take('value');
      if (this.kind === 'name') {
        const name = this.take('name').value;
        return name in CONSTANTS ? { kind: 'value', value: CONSTANTS[name] } : { kind: 'name', name };
      }
      if (this.accept('(')) {
        const inner = this.ternary();
        this.take(')');
        return inner;
      }
      if (this.accept('[')) {
        const items = [];
        while (!this.accept(']')) {
          items.push(this.ternary());
          if (this.kind !== ']') this.take(',');
        }
        return { kind: 'array', items };
      }
      if (this.accept('{')) {
        const fields = this.fields('}');
        this.take('}');
        return fields;
      }
      return this.fail();
    }
    /** `a, b: 1, ...c`: an object, or the data of a template. */
    fields(end) {
      const fields = [];
      while (this.kind !== end) {
        if (this.accept('...')) fields.push({ spread: this.ternary() });
        else {
          const token = this.kind === 'value' ? this.take('value') : this.take('name');
          const name = String(token.value);
          fields.push({ name, value: this.accept(':') ? this.ternary() : { kind: 'name', name } });
        }
        if (this.kind !== end) this.take(',');
      }
      return { kind: 'object', fields };
    }
  }

  const OPERATORS = {
    '==': (a, b) => a == b, '!=': (a, b) => a != b, '===': (a, b) => a === b, '!==': (a, b) => a !== b,
    '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b,
    '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b,
  };

  /** @param {any} tree @param {(name: string) => any} lookup */
  function evaluate(tree, lookup) {
    const value = (one) => evaluate(one, lookup);
    switch (tree.kind) {
      case 'value': return tree.value;
      case 'name': return lookup(tree.name);
      case '?': return value(tree.condition) ? value(tree.yes) : value(tree.no);
      case 'array': return tree.items.map(value);
      case 'unary': {
        const operand = value(tree.operand);
        return tree.operator === '!' ? !operand : tree.operator === '-' ? -operand : +operand;
      }
      case 'binary':
        if (tree.operator === '&&') return value(tree.left) && value(tree.right);
        if (tree.operator === '||') return value(tree.left) || value(tree.right);
        return OPERATORS[tree.operator](value(tree.left), value(tree.right));
      case 'member': {
        const object = value(tree.object);
        return object === undefined || object === null ? undefined : object[value(tree.key)];
      }
      default: {
        const result = {};
        for (const field of tree.fields) {
          if (field.spread) Object.assign(result, value(field.spread));
          else result[field.name] = value(field.value);
        }
        return result;
      }
    }
  }

  /** Where the expression that begins at `{{` ends; strings may hold braces. */
  function end(text, from) {
    let quote = '';
    for (let at = from; at < text.length; at += 1) {
      const character = text[at];
      if (quote) {
        if (character === '\\') at += 1;
        else if (character === quote) quote = '';
      } else if (character === "'" || character === '"') quote = character;
      else if (character === '}' && text[at + 1] === '}') return at;
    }
    throw new Error('an expression has no end: ' + text.slice(from - 2, from + 40));
  }

  /**
   * Text with expressions in it.
   * @param {string} text
   * @param {boolean} [isTemplateData]
   * @returns {(lookup: (name: string) => any) => any} a value when the text is one expression, else a string
   */
  function compile(text, isTemplateData) {
    const parts = [];
    let at = 0;
    for (;;) {
      const open = text.indexOf('{{', at);
      if (open < 0) break;
      if (open > at) parts.push(text.slice(at, open));
      const close = end(text, open + 2);
      const parser = new Parser(text.slice(open + 2, close));
      parts.push(parser.all(isTemplateData ? () => parser.fields('end') : parser.ternary));
      at = close + 2;
    }
    if (at < text.length || !parts.length) parts.push(text.slice(at));
    if (parts.length === 1 && typeof parts[0] === 'string') return () => parts[0];
    if (parts.length === 1) return (lookup) => evaluate(parts[0], lookup);
    return (lookup) =>
      parts.map((part) => (typeof part === 'string' ? part : show(evaluate(part, lookup)))).join('');
  }

  /** A value as text: undefined shows nothing. */
  function show(value) {
    return value === undefined ? '' : String(value);
  }

  const api = { compile, show, expressionEnd: end };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
