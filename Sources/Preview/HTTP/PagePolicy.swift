/// Content security policies of our own pages; the author's pages get none, they are the author's.
package enum PagePolicy {
  /// Everything from this server only, no inline script, no frame around it.
  package static let strict =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
}
