'use strict';

/** What `rich-text` shows of the nodes it is given: trusted elements and attributes, no events. */
(function (root) {
  /** From the platform's documentation of rich-text; of anything else nothing is shown, children included. */
  const TRUSTED = new Set(
    ('a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em '
      + 'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section '
      + 'small span strong sub sup table tbody td tfoot th thead tr tt u ul').split(' '));
  const KNOWN = /^(class|style|colspan|rowspan|width|height|src|alt|start|type|span|dir)$/;

  /**
   * @param {string | object[]} nodes HTML or a list of nodes
   * @param {Document} document
   * @param {(text: string) => void} problem told of what a phone leaves out
   * @returns {DocumentFragment}
   */
  function richText(nodes, document, problem) {
    return Array.isArray(nodes) ? fromList(nodes, document, problem) : fromMarkup(String(nodes || ''), document, problem);
  }

  function fromList(nodes, document, problem) {
    const fragment = document.createDocumentFragment();
    for (const node of nodes) {
      if (node.type === 'text') {
        // Its references are resolved, its tags are not.
        const holder = document.createElement('textarea');
        holder.innerHTML = String(node.text).replace(/</g, '&lt;');
        fragment.appendChild(document.createTextNode(holder.value));
      } else if (TRUSTED.has(node.name)) {
        const element = document.createElement(node.name);
        for (const name of Object.keys(node.attrs || {})) {
          if (KNOWN.test(name)) element.setAttribute(name, node.attrs[name]);
          else problem('rich-text takes no attribute ' + name + ' of ' + node.name);
        }
        element.appendChild(fromList(node.children || [], document, problem));
        fragment.appendChild(element);
      } else problem('rich-text shows nothing of ' + node.name);
    }
    return fragment;
  }

  function fromMarkup(text, document, problem) {
    const template = document.createElement('template');
    template.innerHTML = text;
    for (const element of [...template.content.querySelectorAll('*')]) {
      if (!TRUSTED.has(element.localName)) {
        problem('rich-text shows nothing of ' + element.localName);
        element.remove();
        continue;
      }
      for (const { name } of [...element.attributes]) {
        if (KNOWN.test(name)) continue;
        problem('rich-text takes no attribute ' + name + ' of ' + element.localName);
        element.removeAttribute(name);
      }
    }
    return template.content;
  }

  const api = { richText };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
