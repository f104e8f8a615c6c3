"""A site of every element fixture, so that each construct is looked at in the theme."""
import pathlib
import shutil
import subprocess

FIXTURES = pathlib.Path(__file__).parent.parent / "Fixtures" / "elements"
# Their mistakes, or an author's own colours, are what they test; no theme can mend them.
MISTAKEN = {
    "html-mistakes", "html-unknown", "html-inline-around-blocks", "text-nasty", "heading-anchor", "html-division", "html-inline",
}


def build(program, place):
    """Prints all fixtures as posts of one site below `place`; returns the folder of the site and the pages in it."""
    shutil.rmtree(place, ignore_errors=True)
    posts = place / "content" / "posts"
    posts.mkdir(parents=True)
    (place / "offprint.yml").write_text("title: Elements\nlanguage: zh-CN\n")
    for case in sorted(FIXTURES.iterdir()):
        source = (case / "source.md").read_text()
        if not source.startswith("---"):
            source = f"---\ntitle: {case.name}\n---\n\n{source}"
        (posts / f"2024-01-01-{case.name}.md").write_text(source)
    subprocess.run([program, "build", "--quiet", "--source", place, "--output", place / "_site"], check=True, timeout=120)
    folder = place / "_site" / "web"
    names = [p.parent.name for p in sorted((folder / "posts").rglob("index.html"))]
    return folder, [f"posts/{name}/" for name in names if name not in MISTAKEN]
