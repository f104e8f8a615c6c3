#include "CTheme.h"

// The pages and scripts of the preview, two lines per file as in `theme.c`; no author's file takes their place.
static const unsigned char preview_audit_js[] = {
#embed "preview/audit.js"
};
static const unsigned char preview_bar_js[] = {
#embed "preview/bar.js"
};
static const unsigned char preview_bundle_js[] = {
#embed "preview/bundle.js"
};
static const unsigned char preview_data_js[] = {
#embed "preview/data.js"
};
static const unsigned char preview_empty_js[] = {
#embed "preview/empty.js"
};
static const unsigned char preview_expression_js[] = {
#embed "preview/expression.js"
};
static const unsigned char preview_files_js[] = {
#embed "preview/files.js"
};
static const unsigned char preview_frame_html[] = {
#embed "preview/frame.html"
};
static const unsigned char preview_frame_js[] = {
#embed "preview/frame.js"
};
static const unsigned char preview_home_js[] = {
#embed "preview/home.js"
};
static const unsigned char preview_layers_js[] = {
#embed "preview/layers.js"
};
static const unsigned char preview_live_js[] = {
#embed "preview/live.js"
};
static const unsigned char preview_modules_js[] = {
#embed "preview/modules.js"
};
static const unsigned char preview_morph_js[] = {
#embed "preview/morph.js"
};
static const unsigned char preview_overlay_js[] = {
#embed "preview/overlay.js"
};
static const unsigned char preview_page_html[] = {
#embed "preview/page.html"
};
static const unsigned char preview_pair_js[] = {
#embed "preview/pair.js"
};
static const unsigned char preview_phone_css[] = {
#embed "preview/phone.css"
};
static const unsigned char preview_phone_js[] = {
#embed "preview/phone.js"
};
static const unsigned char preview_platform_js[] = {
#embed "preview/platform.js"
};
static const unsigned char preview_preview_css[] = {
#embed "preview/preview.css"
};
static const unsigned char preview_query_js[] = {
#embed "preview/query.js"
};
static const unsigned char preview_reload_js[] = {
#embed "preview/reload.js"
};
static const unsigned char preview_rich_text_js[] = {
#embed "preview/rich-text.js"
};
static const unsigned char preview_routes_js[] = {
#embed "preview/routes.js"
};
static const unsigned char preview_run_js[] = {
#embed "preview/run.js"
};
static const unsigned char preview_select_js[] = {
#embed "preview/select.js"
};
static const unsigned char preview_sheet_js[] = {
#embed "preview/sheet.js"
};
static const unsigned char preview_simulator_js[] = {
#embed "preview/simulator.js"
};
static const unsigned char preview_view_js[] = {
#embed "preview/view.js"
};
static const unsigned char preview_words_js[] = {
#embed "preview/words.js"
};
static const unsigned char preview_wx_js[] = {
#embed "preview/wx.js"
};
static const unsigned char preview_wxml_js[] = {
#embed "preview/wxml.js"
};

static const offprint_theme_file files[] = {
  {"audit.js", preview_audit_js, sizeof preview_audit_js},
  {"bar.js", preview_bar_js, sizeof preview_bar_js},
  {"bundle.js", preview_bundle_js, sizeof preview_bundle_js},
  {"data.js", preview_data_js, sizeof preview_data_js},
  {"empty.js", preview_empty_js, sizeof preview_empty_js},
  {"expression.js", preview_expression_js, sizeof preview_expression_js},
  {"files.js", preview_files_js, sizeof preview_files_js},
  {"frame.html", preview_frame_html, sizeof preview_frame_html},
  {"frame.js", preview_frame_js, sizeof preview_frame_js},
  {"home.js", preview_home_js, sizeof preview_home_js},
  {"layers.js", preview_layers_js, sizeof preview_layers_js},
  {"live.js", preview_live_js, sizeof preview_live_js},
  {"modules.js", preview_modules_js, sizeof preview_modules_js},
  {"morph.js", preview_morph_js, sizeof preview_morph_js},
  {"overlay.js", preview_overlay_js, sizeof preview_overlay_js},
  {"page.html", preview_page_html, sizeof preview_page_html},
  {"pair.js", preview_pair_js, sizeof preview_pair_js},
  {"phone.css", preview_phone_css, sizeof preview_phone_css},
  {"phone.js", preview_phone_js, sizeof preview_phone_js},
  {"platform.js", preview_platform_js, sizeof preview_platform_js},
  {"preview.css", preview_preview_css, sizeof preview_preview_css},
  {"query.js", preview_query_js, sizeof preview_query_js},
  {"reload.js", preview_reload_js, sizeof preview_reload_js},
  {"rich-text.js", preview_rich_text_js, sizeof preview_rich_text_js},
  {"routes.js", preview_routes_js, sizeof preview_routes_js},
  {"run.js", preview_run_js, sizeof preview_run_js},
  {"select.js", preview_select_js, sizeof preview_select_js},
  {"sheet.js", preview_sheet_js, sizeof preview_sheet_js},
  {"simulator.js", preview_simulator_js, sizeof preview_simulator_js},
  {"view.js", preview_view_js, sizeof preview_view_js},
  {"words.js", preview_words_js, sizeof preview_words_js},
  {"wx.js", preview_wx_js, sizeof preview_wx_js},
  {"wxml.js", preview_wxml_js, sizeof preview_wxml_js},
};

size_t offprint_preview_count(void) { return sizeof files / sizeof files[0]; }
offprint_theme_file offprint_preview_at(size_t index) { return files[index]; }
