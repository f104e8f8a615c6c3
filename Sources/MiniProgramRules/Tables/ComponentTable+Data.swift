extension ComponentTable {
  /// The built-in components with their own attributes and events, from the component pages of the official
  /// documentation as of 2026-07-30 (`web-view` and `match-media` from the same pages in their newer form).
  ///
  /// A component's name begins a line; indented lines go on with it. `name?` is a boolean, `name=a|b` takes one of
  /// these values (`_` stands for a blank), `@name` is an event. Attributes that every component has stand in
  /// `commonAttributes`, events that bubble in `commonEvents`.
  static let data = """
    ad unit-id ad-intervals ad-type ad-theme @load @error @close
    ad-custom unit-id ad-intervals @load @error
    audio id src loop? controls? poster name author @error @play @pause @timeupdate @ended
    button size=default|mini type=primary|default|warn plain? disabled? loading?
      form-type=submit|reset|submitToGroup
      open-type=contact|liveActivity|share|getPhoneNumber|getRealtimePhoneNumber|getUserInfo|launchApp|\
    openSetting|feedback|chooseAvatar|agreePrivacyAuthorization
      hover-class hover-stop-propagation? hover-start-time hover-stay-time lang session-from send-message-title
      send-message-path send-message-img app-parameter show-message-card? phone-number-no-quota-toast?
      need-show-entrance? entrance-path @getuserinfo @contact @createliveactivity @getphonenumber
      @getrealtimephonenumber @error @opensetting @launchapp @chooseavatar @agreeprivacyauthorization
    camera mode=normal|scanCode resolution=low|medium|high device-position=front|back flash=auto|on|off|torch
      frame-size @stop @error @initdone @scancode
    canvas type canvas-id disable-scroll? @touchstart @touchmove @touchend @touchcancel @longtap @error
    channel-live feed-id finder-user-name
    channel-video feed-id finder-user-name feed-token autoplay loop? muted? object-fit? @error
    checkbox value disabled? checked? color
    checkbox-group @change
    cover-image src referrer-policy @load @error
    cover-view scroll-top
    double-tap-gesture-handler tag worklet:ongesture worklet:should-response-on-move worklet:should-accept-gesture
      simultaneous-handlers native-view
    draggable-sheet initial-child-size min-child-size max-child-size snap? snap-sizes
    editor read-only? placeholder show-img-size? show-img-toolbar? show-img-resize? enable-formats enterkeyhint
      confirm-hold? @ready @focus @blur @input @statuschange
    editor-portal key
    force-press-gesture-handler tag worklet:ongesture worklet:should-accept-gesture simultaneous-handlers
      native-view
    form report-submit? report-submit-timeout @submit @reset @submitToGroup name
    functional-page-navigator version name args @success @fail @cancel
    grid-builder padding list child-count type cross-axis-count max-cross-axis-extent main-axis-gap cross-axis-gap
      @itembuild @itemdispose
    grid-view type cross-axis-count max-cross-axis-extent main-axis-gap cross-axis-gap padding
    horizontal-drag-gesture-handler tag worklet:ongesture worklet:should-response-on-move
      worklet:should-accept-gesture simultaneous-handlers native-view
    icon type size color
    image src
      mode=scaleToFill|aspectFit|aspectFill|widthFix|heightFix|top|bottom|center|left|right|top_left|top_right|\
    bottom_left|bottom_right
      show-menu-by-longpress? @error @load fade-in? preload? webp? lazy-load? forceHttps?
    input value type=text|number|idcard|digit|safe-password|nickname password? placeholder placeholder-style
      disabled? maxlength cursor-spacing auto-focus? focus? confirm-type=send|search|next|go|done always-embed?
      confirm-hold? cursor cursor-color selection-start selection-end adjust-position? hold-keyboard?
      safe-password-cert-path safe-password-length safe-password-time-stamp safe-password-nonce safe-password-salt
      safe-password-custom-hash @input @change @focus @blur @confirm @keyboardheightchange @nicknamereview
      @selectionchange @keyboardcompositionstart @keyboardcompositionupdate @keyboardcompositionend
      worklet:onkeyboardheightchange placeholder-class
    keyboard-accessory
    label for
    list-builder padding type list child-count child-height @itembuild @itemdispose initial-child-count
    list-view padding
    live-player src mode autoplay? muted? orientation object-fit background-mute? min-cache max-cache sound-mode
      auto-pause-if-navigate? auto-pause-if-open-native? picture-in-picture-mode picture-in-picture-init-position
      enable-system-pip? enable-auto-rotation? referrer-policy enable-casting? mute-on-audio-conflict?
      @statechange @fullscreenchange @netstatus @audiovolumenotify @enterpictureinpicture @leavepictureinpicture
      @castinguserselect @castingstatechange @castinginterrupt
    live-pusher url mode autopush? enableVideoCustomRender? muted? enable-camera? auto-focus? orientation beauty
      whiteness aspect min-bitrate max-bitrate audio-quality waiting-image waiting-image-hash zoom?
      device-position background-mute? mirror? remote-mirror? local-mirror audio-reverb-type enable-mic?
      enable-agc? enable-ans? audio-volume-type video-width video-height beauty-style filter
      picture-in-picture-mode voice-changer-type custom-effect? skin-whiteness skin-smoothness face-thinness
      eye-bigness fps mute-on-audio-conflict? @statechange @netstatus @error @bgmstart @bgmprogress @bgmcomplete
      @audiovolumenotify @enterpictureinpicture @leavepictureinpicture
    long-press-gesture-handler tag worklet:ongesture worklet:should-response-on-move worklet:should-accept-gesture
      simultaneous-handlers native-view
    map longitude latitude scale min-scale max-scale markers covers polyline circles controls include-points
      show-location? polygons subkey layer-style rotate skew enable-3D? show-compass? show-scale?
      enable-overlooking? enable-auto-max-overlooking? enable-zoom? enable-scroll? enable-rotate?
      enable-satellite? enable-traffic? enable-poi? enable-building? setting @tap @markertap @labeltap @controltap
      @callouttap @updated @regionchange @poitap @polylinetap @abilitysuccess @abilityfail @authsuccess
      @interpolatepoint @error
    match-media min-width max-width width min-height max-height height orientation
    movable-area scale-area?
    movable-view direction inertia? out-of-bounds? x y damping friction disabled? scale? scale-min scale-max
      scale-value animation? @change @scale @htouchmove @vtouchmove
    navigation-bar title loading? front-color background-color color-animation-duration
      color-animation-timing-func
    navigator target=self|miniProgram url open-type=navigate|redirect|switchTab|reLaunch|navigateBack|exit delta
      app-id path extra-data version=develop|trial|release short-link hover-class hover-stop-propagation?
      hover-start-time hover-stay-time @success @fail @complete
    nested-scroll-body offset-top
    nested-scroll-header
    official-account
    official-account-publish topic limit color-unity? placeholder show-related? recommend-path recommend-title
      @error @empty @publishsuccess @publishfail
    """ + "\n" + moreData
}
