#!/usr/bin/env python3
"""Reads a printed site as strict programs read it: HTML5 by html5lib, feeds by feedparser, the rest by their specifications.

  check.py WEB [--origin https://example.com] [--base /blog] [--relative]

WEB is the `web` folder of an output. Prints every fault and leaves with 1 when there is one. Nothing is fetched: an address
of the site's own must be a file of the folder, and its anchor an id of that file.
"""
import argparse
import datetime
import email.utils
import json
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ET

import feedparser
import html5lib

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
# What schema.org's readers ask for.
REQUIRED = {
    "BlogPosting": {"headline", "url", "author", "publisher", "mainEntityOfPage", "inLanguage"},
    "TechArticle": {"headline", "url", "author", "publisher", "mainEntityOfPage", "inLanguage"},
    "WebPage": {"name", "url", "inLanguage"},
    "WebSite": {"name", "url", "potentialAction"},
    "BreadcrumbList": {"itemListElement"},
}


class Site:
    def __init__(self, folder, origin, base, relative):
        self.folder, self.origin, self.base, self.relative = folder, origin, base, relative
        self.faults = []
        self.ids = {}
        self.counts = {}

    def fault(self, path, text):
        self.faults.append(f"{path}: {text}")

    def count(self, what, number=1):
        self.counts[what] = self.counts.get(what, 0) + number

    def file_of(self, address, page):
        """The file that an address of the site leads to, or None when it is somebody else's."""
        if self.origin and address.startswith(self.origin + "/"):
            address = address[len(self.origin):]
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc:
            return None, None
        fragment = urllib.parse.unquote(parts.fragment)
        path = urllib.parse.unquote(parts.path)
        if not path:
            return page, fragment
        if path.startswith("/"):
            if not path.startswith(self.base + "/"):
                return self.folder / "outside the base path", fragment
            target = self.folder / path[len(self.base):].lstrip("/")
        else:
            target = (page.parent / path).resolve()
        if path.endswith("/") and (path.startswith("/") or not self.relative) or target == self.folder:
            target = target / "index.html"
        return target, fragment

    def whole(self, path, address, what):
        if not re.match(r"https?://[^/]+", address or ""):
            self.fault(path, f"{what} is not a whole address: {address!r}")
            return
        target, _ = self.file_of(address, self.folder / "index.html")
        if target is not None and not target.is_file():
            self.fault(path, f"{what} leads to no file: {address}")

    # HTML

    def read_pages(self):
        self.trees = {}
        for file in sorted(self.folder.rglob("*.html")):
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            tree = parser.parse(file.read_bytes(), transport_encoding="utf-8")
            name = file.relative_to(self.folder).as_posix()
            for (line, column), code, data in parser.errors:
                self.fault(name, f"{line}:{column}: html5lib: {code} {data or ''}")
            self.trees[file] = tree
            ids = [e.get("id") for e in tree.iter() if isinstance(e.tag, str) and e.get("id") is not None]
            self.ids[file] = set(ids)
            for one in sorted({i for i in ids if ids.count(i) > 1}):
                self.fault(name, f"the id {one!r} stands there {ids.count(one)} times")
            self.count("pages")

    def check_pages(self):
        for file, tree in self.trees.items():
            name = file.relative_to(self.folder).as_posix()
            root = tree if tree.tag == "html" else tree.find("html")
            if not root.get("lang"):
                self.fault(name, "no lang")
            title = root.find("head/title")
            if title is None or not (title.text or "").strip():
                self.fault(name, "no title")
            moved = any(e.get("http-equiv") == "refresh" for e in root.iter("meta"))
            if not moved and len(list(root.iter("h1"))) != 1:
                self.fault(name, f"{len(list(root.iter('h1')))} h1")
            for element in root.iter():
                if not isinstance(element.tag, str):
                    continue
                if element.tag == "img" and element.get("alt") is None:
                    self.fault(name, f"an image without alt: {element.get('src')}")
                for key in ("href", "src", "poster", "data-script", "data-style"):
                    if element.get(key) is not None:
                        self.check_address(name, file, element, element.get(key))
                for candidate in (element.get("srcset") or "").split(", "):
                    if candidate:
                        self.check_address(name, file, element, candidate.split(" ")[0])
            if not moved:
                self.check_metadata(name, root)
            self.check_languages(name, root)

    def check_address(self, name, page, element, address):
        self.count("addresses")
        target, fragment = self.file_of(address, page)
        if target is None:
            return
        if self.relative and address.startswith("/"):
            self.fault(name, f"an address from the root: {address}")
        if not target.is_file():
            self.fault(name, f"{element.tag} leads nowhere: {address}")
        elif fragment and fragment != "top" and target in self.ids and fragment not in self.ids[target]:
            self.fault(name, f"no such place: {address}")

    def check_metadata(self, name, root):
        properties = {}
        for meta in root.iter("meta"):
            if meta.get("property"):
                properties.setdefault(meta.get("property"), []).append(meta.get("content"))
        for wanted in ["og:title", "og:type", "og:site_name"] + (["og:url"] if self.origin else []):
            if not (properties.get(wanted) or [""])[0]:
                self.fault(name, f"no {wanted}")
        for key in ("og:url", "og:image"):
            for value in properties.get(key, []):
                self.whole(name, value, key)
        for key in ("article:published_time", "article:modified_time"):
            for value in properties.get(key, []):
                if not RFC3339.match(value):
                    self.fault(name, f"{key} is no date: {value}")
        for script in root.iter("script"):
            if script.get("type") != "application/ld+json":
                continue
            data = json.loads(script.text)
            if data.get("@context") != "https://schema.org":
                self.fault(name, "structured data without context")
            for node in data.get("@graph", [data]):
                self.count("structured data")
                kind = node.get("@type")
                missing = {k for k in REQUIRED.get(kind, {"unknown type"}) if not node.get(k)}
                if missing:
                    self.fault(name, f"{kind} lacks {sorted(missing)}")
                if kind in ("BlogPosting", "TechArticle") and len(node["headline"]) > 110:
                    self.fault(name, "a headline of more than 110 characters")
                for key in ("datePublished", "dateModified"):
                    if key in node and not RFC3339.match(node[key]):
                        self.fault(name, f"{key} is no date: {node[key]}")
                self.whole(name, node.get("url", node.get("itemListElement", [{}])[-1].get("item")), kind)
                for author in node.get("author", []):
                    if not author.get("name"):
                        self.fault(name, "an author without a name")

    def check_languages(self, name, root):
        links = [l for l in root.iter("link") if l.get("hreflang")]
        if not links:
            return
        self.count("pages with translations")
        own = root.get("lang")
        tags = [l.get("hreflang") for l in links]
        if own not in tags:
            self.fault(name, f"its own language {own} is not among hreflang {tags}")
        for link in links:
            target, _ = self.file_of(link.get("href"), self.folder / name)
            if target in self.trees:
                other = self.trees[target]
                other = other if other.tag == "html" else other.find("html")
                if link.get("hreflang") not in ("x-default", other.get("lang")):
                    self.fault(name, f"hreflang {link.get('hreflang')} leads to a page in {other.get('lang')}")
                back = {l.get("href") for l in other.iter("link") if l.get("hreflang")}
                if back != {l.get("href") for l in links}:
                    self.fault(name, f"{link.get('href')} does not name the same translations")

    # Feeds

    def check_feeds(self):
        for file in sorted(self.folder.rglob("feed.xml")) + sorted(self.folder.rglob("rss.xml")):
            name = file.relative_to(self.folder).as_posix()
            self.count("feeds")
            root = ET.fromstring(file.read_bytes())
            parsed = feedparser.parse(file.read_bytes())
            if parsed.bozo:
                self.fault(name, f"feedparser: {parsed.bozo_exception}")
            if root.tag == ATOM + "feed":
                self.check_atom(name, root)
            else:
                self.check_rss(name, root)
            if len(parsed.entries) != len(list(root.iter(ATOM + "entry"))) + len(list(root.iter("item"))):
                self.fault(name, "feedparser finds another number of entries")
            for entry in parsed.entries:
                if self.origin:
                    self.whole(name, entry.get("link"), "a link")
        for file in sorted(self.folder.rglob("feed.json")):
            self.check_json_feed(file.relative_to(self.folder).as_posix(), json.loads(file.read_text("utf-8")))

    def check_atom(self, name, root):
        ids = []
        for part in [root] + list(root.iter(ATOM + "entry")):
            for wanted in ("id", "title", "updated"):
                found = part.findall(ATOM + wanted)
                if len(found) != 1 or not (found[0].text or "").strip():
                    self.fault(name, f"{part.tag} needs one {wanted}")
            ids.append(part.findtext(ATOM + "id"))
            for date in part.findall(ATOM + "updated") + part.findall(ATOM + "published"):
                if not RFC3339.match(date.text or ""):
                    self.fault(name, f"no date of RFC 3339: {date.text}")
            content = part.find(ATOM + "content")
            if content is not None:
                self.check_content(name, content.text or "")
        if len(set(ids)) != len(ids):
            self.fault(name, "an id twice")
        links = {l.get("rel"): l.get("href") for l in root.findall(ATOM + "link")}
        if self.origin and links.get("self", "").split("/")[-1] != "feed.xml":
            self.fault(name, f"its link to itself is {links.get('self')}")
        if root.find(ATOM + "author") is None:
            self.fault(name, "no author")

    def check_rss(self, name, root):
        channel = root.find("channel")
        for wanted in ("title", "link", "description"):
            if not (channel.findtext(wanted) or "").strip():
                self.fault(name, f"the channel needs {wanted}")
        dates = [channel.find("lastBuildDate")] + [i.find("pubDate") for i in channel.findall("item")]
        for date in dates:
            if date is None:
                continue
            when = email.utils.parsedate_to_datetime(date.text)
            if not isinstance(when, datetime.datetime) or when.tzinfo is None or when.strftime("%a") != date.text[:3]:
                self.fault(name, f"no date of RFC 822: {date.text}")
        for item in channel.findall("item"):
            if not item.findtext("title") or not item.findtext("guid"):
                self.fault(name, "an item without title or guid")
            content = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
            if content is not None:
                self.check_content(name, content)

    def check_json_feed(self, name, feed):
        self.count("feeds")
        if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
            self.fault(name, "version or title")
        self.whole(name, feed.get("home_page_url"), "home_page_url")
        self.whole(name, feed.get("feed_url"), "feed_url")
        for item in feed["items"]:
            self.whole(name, item.get("url"), "url")
            if not item.get("id") or not ("content_html" in item or "content_text" in item):
                self.fault(name, f"an item without id or content: {item.get('url')}")
            for key in ("date_published", "date_modified"):
                if key in item and not RFC3339.match(item[key]):
                    self.fault(name, f"{key}: {item[key]}")
            if "content_html" in item:
                self.check_content(name, item["content_html"])

    def check_content(self, name, text):
        """Whole addresses, and nothing that a reader of feeds would not show."""
        self.count("whole texts in feeds")
        fragment = html5lib.parseFragment(text, namespaceHTMLElements=False)
        for element in fragment.iter():
            if not isinstance(element.tag, str):
                continue
            if element.tag in ("script", "style"):
                self.fault(name, f"{element.tag} in a text")
            for key in ("href", "src"):
                value = element.get(key)
                if value and not value.startswith("#") and not re.match(r"[a-z][a-z0-9+.-]*:", value):
                    self.fault(name, f"not a whole address in a text: {value}")
                elif value and self.origin and value.startswith(self.origin + "/"):
                    self.whole(name, value.split("#")[0], "an address in a text")

    # Everything else

    def check_files(self):
        robots = self.folder / "robots.txt"
        if not robots.is_file():
            self.fault("robots.txt", "missing")
        manifest = json.loads((self.folder / "manifest.webmanifest").read_text("utf-8"))
        for icon in manifest["icons"]:
            target, _ = self.file_of(icon["src"], self.folder / "index.html")
            if target is None or not target.is_file():
                self.fault("manifest.webmanifest", f"no such icon: {icon['src']}")
        overview = (self.folder / "llms.txt").read_text("utf-8")
        if not overview.startswith("# "):
            self.fault("llms.txt", "no title")
        for address in re.findall(r"\]\((\S+?)\)", overview):
            target, _ = self.file_of(address, self.folder / "index.html")
            if target is None or not target.is_file():
                self.fault("llms.txt", f"leads nowhere: {address}")
        if not self.origin:
            return
        root = ET.fromstring((self.folder / "sitemap.xml").read_bytes())
        listed = [u.findtext(SITEMAP + "loc") for u in root]
        for address in listed:
            self.whole("sitemap.xml", address, "loc")
        if len(set(listed)) != len(listed):
            self.fault("sitemap.xml", "an address twice")
        for date in root.iter(SITEMAP + "lastmod"):
            if not RFC3339.match(date.text or ""):
                self.fault("sitemap.xml", f"no date: {date.text}")
        for file, tree in self.trees.items():
            html = tree if tree.tag == "html" else tree.find("html")
            canonical = [l.get("href") for l in html.iter("link") if l.get("rel") == "canonical"]
            noindex = any(m.get("name") == "robots" and "noindex" in m.get("content", "") for m in html.iter("meta"))
            name = file.relative_to(self.folder).as_posix()
            if len(canonical) != 1:
                self.fault(name, f"{len(canonical)} canonical addresses")
            elif not noindex and canonical[0] not in listed and not re.search(r"/page/\d+/$", canonical[0]):
                self.fault("sitemap.xml", f"{name} is not listed")
        search = self.folder / "opensearch.xml"
        if search.is_file():
            found = ET.fromstring(search.read_bytes())
            space = "{http://a9.com/-/spec/opensearch/1.1/}"
            if len(found.findtext(space + "ShortName") or "") not in range(1, 17):
                self.fault("opensearch.xml", "ShortName")
            if "{searchTerms}" not in found.find(space + "Url").get("template"):
                self.fault("opensearch.xml", "no {searchTerms}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("web", type=pathlib.Path)
    parser.add_argument("--origin", default="")
    parser.add_argument("--base", default="")
    parser.add_argument("--relative", action="store_true")
    arguments = parser.parse_args()
    site = Site(arguments.web.resolve(), arguments.origin, arguments.base, arguments.relative)
    site.read_pages()
    site.check_pages()
    site.check_feeds()
    site.check_files()
    for fault in site.faults:
        print(fault)
    print(", ".join(f"{number} {what}" for what, number in site.counts.items()) + f": {len(site.faults)} faults")
    if not site.counts.get("pages") or not site.counts.get("feeds"):
        print("there was nothing to check")
        return 1
    return 1 if site.faults else 0


if __name__ == "__main__":
    sys.exit(main())
