"""A site of every element fixture, so that each construct is looked at in the theme."""
import pathlib
import shutil
import subprocess

FIXTURES = pathlib.Path(__file__).parent.parent / "Fixtures" / "elements"
# Their mistakes are what they test; no theme can mend them.
MISTAKEN = {"html-mistakes", "html-unknown", "html-inline-around-blocks", "text-nasty", "heading-anchor"}


def build(program, place):
    """Prints all fixtures as posts of a site that lives below /blog/; returns the folder to serve and the pages in it."""
    shutil.rmtree(place, ignore_errors=True)
    posts = place / "content" / "posts"
    posts.mkdir(parents=True)
    (place / "offprint.yml").write_text("title: Elements\nlanguage: zh-CN\nbase-path: /blog\n")
    for case in sorted(FIXTURES.iterdir()):
        source = (case / "source.md").read_text()
        if not source.startswith("---"):
            source = f"---\ntitle: {case.name}\n---\n\n{source}"
        (posts / f"2024-01-01-{case.name}.md").write_text(source)
    subprocess.run([program, "build", "--quiet", "--source", place, "--output", place / "_site"], check=True, timeout=120)
    web = place / "_site" / "web"
    root = place / "root"
    root.mkdir()
    (root / "blog").symlink_to(web)
    names = [p.parent.name for p in sorted((web / "posts").rglob("index.html"))]
    return root, [f"blog/posts/{name}/" for name in names if name not in MISTAKEN]
