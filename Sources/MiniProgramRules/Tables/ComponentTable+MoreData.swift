extension ComponentTable {
  /// The rest of the alphabet; see `data`.
  static let moreData = """
    open-container closed-color closed-elevation closed-border-radius middle-color open-color open-elevation
      open-border-radius transition-duration transition-type
    open-data type open-gid lang default-text default-avatar @error
    open-data-item type index
    open-data-list type members
    page-container show? duration z-index overlay? position round? close-on-slide-down? overlay-style custom-style
      @beforeenter @enter @afterenter @beforeleave @leave @afterleave @clickoverlay
    page-meta background-text-style background-color background-color-top background-color-bottom
      root-background-color page-style page-font-size root-font-size page-orientation @resize scroll-top
      scroll-duration @scroll @scrolldone
    pan-gesture-handler tag worklet:ongesture worklet:should-response-on-move worklet:should-accept-gesture
      simultaneous-handlers native-view
    picker header-text mode=selector|multiSelector|time|date|region disabled? @cancel range range-key value
      @change @columnchange start end fields custom-item level
    picker-view value mask-class indicator-style @change @pickstart @pickend indicator-class mask-style
      immediate-change?
    picker-view-column
    progress percent show-info? border-radius font-size stroke-width color activeColor backgroundColor active?
      active-mode duration @activeend
    radio value checked? disabled? color
    radio-group @change
    rich-text nodes space=ensp|emsp|nbsp user-select? mode=default|compat|aggressive|inline-block|web|web-static
    root-portal enable? externalClass
    scale-gesture-handler tag worklet:ongesture worklet:should-response-on-move worklet:should-accept-gesture
      simultaneous-handlers native-view
    scroll-view scroll-x? scroll-y? upper-threshold lower-threshold scroll-top scroll-left scroll-into-view
      scroll-into-view-offset scroll-with-animation? enable-back-to-top? enable-passive? refresher-enabled?
      refresher-threshold refresher-default-style refresher-background refresher-triggered? bounces?
      show-scrollbar? fast-deceleration? @dragstart @dragging @dragend @scrolltoupper @scrolltolower @scroll
      @refresherpulling @refresherrefresh @refresherrestore @refresherabort scroll-anchoring? type
      associative-container reverse? clip? cache-extent min-drag-distance scroll-into-view-within-extent?
      scroll-into-view-alignment @scrollstart @scrollend worklet:onscrollstart worklet:onscrollupdate
      worklet:onscrollend @refresherwillrefresh worklet:adjust-deceleration-velocity padding
      refresher-two-level-enabled? refresher-two-level-triggered? refresher-two-level-threshold
      refresher-two-level-close-threshold refresher-two-level-scroll-enabled? refresher-ballistic-refresh-enabled?
      refresher-two-level-pinned? @refresherstatuschange enable-flex? enhanced? paging-enabled? using-sticky?
    selection disable-context-menu? @selectionchange
    share-element key transform? duration easing-function transition-on-gesture? shuttle-on-push shuttle-on-pop
      worklet:onframe rect-tween-type
    slider min max step disabled? value color selected-color activeColor backgroundColor block-size block-color
      show-value? @change @changing
    snapshot mode
    span
    sticky-header offset-top padding @stickontopchange
    sticky-section push-pinned-header? padding
    store-coupon appid coupon-id custom-style promoter-share-link @entersuccess @entererror
    store-gift present-order-id open-id show-gift-card? @success @error
    store-home appid
    store-product appid product-id product-promotion-link media-id custom-style custom-content? open-page
      logo-position @entersuccess @entererror
    swiper indicator-dots? indicator-color indicator-active-color autoplay? current interval duration circular?
      vertical? display-multiple-items previous-margin next-margin
      easing-function=default|linear|easeInCubic|easeOutCubic|easeInOutCubic direction @change @transition
      @animationfinish layout-type transformer-type indicator-type indicator-margin indicator-spacing
      indicator-radius indicator-width indicator-height indicator-alignment indicator-offset
      scroll-with-animation? cache-extent worklet:onscrollstart worklet:onscrollupdate worklet:onscrollend
      snap-to-edge?
    swiper-item item-id skip-hidden-item-layout?
    switch checked? disabled? type color @change
    tap-gesture-handler tag worklet:ongesture worklet:should-response-on-move worklet:should-accept-gesture
      simultaneous-handlers native-view
    text selectable? user-select? overflow=clip|fade|ellipsis|visible max-lines select-on-gesture?
      space=ensp|emsp|nbsp decode?
    textarea value placeholder placeholder-style disabled? maxlength auto-focus? focus? auto-height?
      cursor-spacing cursor selection-start selection-end adjust-position? hold-keyboard? disable-default-padding?
      confirm-type=send|search|next|go|done|return confirm-hold? adjust-keyboard-to? @focus @blur @linechange
      @input @confirm @keyboardheightchange @selectionchange @keyboardcompositionstart @keyboardcompositionupdate
      @keyboardcompositionend placeholder-class fixed? show-confirm-bar?
    vertical-drag-gesture-handler tag worklet:ongesture worklet:should-response-on-move
      worklet:should-accept-gesture simultaneous-handlers native-view
    video src duration controls? danmu-list danmu-btn? enable-danmu? autoplay? loop? muted? initial-time
      page-gesture? direction show-progress? show-fullscreen-btn? show-play-btn? show-center-play-btn?
      enable-progress-gesture? object-fit=contain|fill|cover poster show-mute-btn? title play-btn-position
      enable-play-gesture? auto-pause-if-navigate? auto-pause-if-open-native? vslide-gesture?
      vslide-gesture-in-fullscreen? show-bottom-progress? ad-unit-id poster-for-crawler show-casting-button?
      picture-in-picture-mode picture-in-picture-show-progress? picture-in-picture-init-position
      enable-system-pip? enable-auto-rotation? show-screen-lock-button? show-snapshot-button?
      show-background-playback-button? background-poster referrer-policy is-drm? is-live? provision-url
      certificate-url license-url preferred-peak-bit-rate @play @pause @ended @timeupdate @fullscreenchange
      @waiting @error @progress @loadedmetadata @controlstoggle @enterpictureinpicture @leavepictureinpicture
      @seekcomplete @castinguserselect @castingstatechange @castinginterrupt
    view hover-class hover-stop-propagation? hover-start-time hover-stay-time
    voip-room openid mode device-position object-fit @error
    web-view src @message @load @error
    """
}
