#!/usr/bin/env python3
"""Draws the images and the recording of the example articles, all from arithmetic: nothing in them is photographed.

    python3 -m venv /tmp/images && /tmp/images/bin/pip install pillow numpy
    /tmp/images/bin/python Tests/Tools/make_example_images.py [ASSETS]

The same versions of Pillow and numpy give the same files. The screenshots need a Chinese font (Debian: fonts-noto-cjk).
"""

import sys
import wave
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"


def font(size, weight="Regular"):
    return ImageFont.truetype(FONTS.format(weight), size, index=2)


def noise(shape, cells, seed):
    """Smooth noise between 0 and 1: random values on a grid of `cells`, interpolated, four octaves."""
    generator = np.random.default_rng(seed)
    height, width = shape
    total = np.zeros(shape)
    for octave in range(4):
        rows, columns = cells[0] * 2**octave, cells[1] * 2**octave
        grid = generator.random((rows + 2, columns + 2))
        y, x = np.linspace(0, rows, height), np.linspace(0, columns, width)
        row, column = y.astype(int), x.astype(int)
        ty, tx = (y - row)[:, None], (x - column)[None, :]
        ty, tx = ty * ty * (3 - 2 * ty), tx * tx * (3 - 2 * tx)
        top = grid[row][:, column] * (1 - tx) + grid[row][:, column + 1] * tx
        bottom = grid[row + 1][:, column] * (1 - tx) + grid[row + 1][:, column + 1] * tx
        total += (top * (1 - ty) + bottom * ty) / 2**octave
    return (total - total.min()) / (total.max() - total.min())


def blend(bottom, top, amount):
    return bottom * (1 - amount[..., None]) + np.array(top) * amount[..., None]


def landscape(width, height, seed, sky, glow, ridges, sun=None):
    """Ridges of mountains behind each other, paler with distance, under a sky of two colours and some cloud."""
    y = np.linspace(0, 1, height)[:, None] * np.ones((1, width))
    image = blend(np.ones((height, width, 3)) * np.array(sky), glow, np.clip(y * 1.5, 0, 1))
    clouds = np.clip(noise((height, width), (6, 5), seed) * 2.4 - 1.25, 0, 1) * np.clip(1 - y * 1.6, 0, 1)
    image = blend(image, (255, 250, 244), clouds * 0.8)
    if sun:
        distance = np.hypot(np.arange(width)[None, :] - sun[0] * width, np.arange(height)[:, None] - sun[1] * height)
        image = blend(image, (255, 244, 214), np.clip(1 - distance / (height * 0.5), 0, 1) ** 2 * 0.8)
        image = blend(image, (255, 252, 240), np.clip((height * 0.045 - distance) / 3, 0, 1))
    for index, colour in enumerate(ridges):
        near = (index + 1) / len(ridges)
        line = noise((1, width), (1, 3 + 2 * index), seed + 10 + index)[0]
        top = (0.42 + 0.42 * near * near - 0.24 * (1 - near * 0.45) * line) * height
        inside = np.clip(np.arange(height)[:, None] - top[None, :], 0, 1)
        texture = noise((height, width), (30 + 25 * index, 40 + 30 * index), seed + 30 + index)
        shade = (0.78 + 0.44 * texture)[..., None] * np.array(colour)
        haze = np.clip((np.arange(height)[:, None] - top[None, :]) / (height * 0.4), 0, 1)
        shade = shade * (0.72 + 0.28 * haze[..., None])
        image = image * (1 - inside[..., None]) + shade * inside[..., None]
    grain = np.random.default_rng(seed + 99).normal(0, 2.2, (height, width, 1))
    return Image.fromarray(np.clip(image + grain, 0, 255).astype(np.uint8))


def lake(width, height, seed):
    """A landscape and its reflection in moving water."""
    upper = landscape(
        width, height * 3 // 5, seed, (70, 108, 168), (246, 196, 150),
        [(126, 138, 166), (88, 104, 124), (46, 66, 70)], sun=(0.68, 0.36))
    picture = Image.new("RGB", (width, height))
    picture.paste(upper, (0, 0))
    mirror = np.asarray(upper.transpose(Image.Transpose.FLIP_TOP_BOTTOM))[: height - upper.height].astype(float)
    rows = np.arange(mirror.shape[0])
    shift = (np.sin(rows / 3.1) * (1 + rows / 40) + np.sin(rows / 7.7) * 2).astype(int)
    water = np.stack([np.roll(row, by, axis=0) for row, by in zip(mirror, shift)])
    ripples = noise(water.shape[:2], (60, 8), seed + 5)[..., None]
    water = water * (0.66 + 0.28 * ripples) + np.array((4, 12, 26))
    picture.paste(Image.fromarray(np.clip(water, 0, 255).astype(np.uint8)), (0, upper.height))
    return picture.filter(ImageFilter.GaussianBlur(0.5))


def window(width, height, title):
    """An empty window of no particular system."""
    image = Image.new("RGB", (width, height), "#f4f5f7")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, 44), fill="#e3e6ea")
    for index, colour in enumerate(["#e0685f", "#e3b04b", "#6fb35f"]):
        draw.ellipse((18 + 24 * index, 15, 32 + 24 * index, 29), fill=colour)
    draw.text((width / 2, 22), title, font=font(17), fill="#3a3f47", anchor="mm")
    return image, draw


def records():
    """A page of DNS records."""
    image, draw = window(1100, 520, "云解析 · example.icu")
    draw.text((40, 72), "解析记录", font=font(26, "Bold"), fill="#16181d")
    draw.rounded_rectangle((930, 70, 1060, 108), 6, fill="#07c160")
    draw.text((995, 89), "添加记录", font=font(17), fill="white", anchor="mm")
    columns = [40, 220, 380, 720, 880]
    rows = [
        ("主机记录", "类型", "记录值", "TTL", "操作"),
        ("@", "A", "203.0.113.10", "600", "修改　暂停"),
        ("www", "CNAME", "example.icu.", "600", "修改　暂停"),
        ("@", "AAAA", "2001:db8::10", "600", "修改　暂停"),
        ("_dnsauth", "TXT", "验证域名所有权用的一串字符", "600", "修改　删除"),
        ("@", "CAA", "0 issue \"ca.example\"", "3600", "修改　暂停"),
    ]
    for index, row in enumerate(rows):
        top = 130 + 62 * index
        draw.rectangle((24, top, 1076, top + 60), fill="#e9ecf0" if index == 0 else "white")
        for column, text in zip(columns, row):
            colour = "#1a66c9" if column == 880 and index else "#3a3f47" if index else "#16181d"
            draw.text((column, top + 30), text, font=font(18, "Bold" if index == 0 else "Regular"), fill=colour, anchor="lm")
    return image


def bill():
    """What a domain cost, as an order page would show it; tall as a phone."""
    image = Image.new("RGB", (600, 1040), "#f2f3f5")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 600, 96), fill="#0b8f57")
    draw.text((300, 52), "订单详情", font=font(30, "Bold"), fill="white", anchor="mm")
    draw.rounded_rectangle((28, 130, 572, 700), 18, fill="white")
    draw.text((300, 205), "已支付", font=font(24), fill="#6b7280", anchor="mm")
    draw.text((300, 265), "¥ 4.50", font=font(56, "Bold"), fill="#16181d", anchor="mm")
    lines = [("商品", "域名 example.icu"), ("时长", "1 年"), ("云解析", "免费版"), ("SSL 证书", "域名型，免费"), ("下单时间", "20:14:59")]
    for index, (name, text) in enumerate(lines):
        y = 360 + 62 * index
        draw.line((56, y - 31, 544, y - 31), fill="#e5e7eb", width=2)
        draw.text((56, y), name, font=font(24), fill="#6b7280", anchor="lm")
        draw.text((544, y), text, font=font(24), fill="#16181d", anchor="rm")
    draw.text((300, 770), "示意图，并非真实订单", font=font(22), fill="#9aa0a8", anchor="mm")
    return image


def simulator():
    """A home list as a developer tool's simulator might show it."""
    image, draw = window(900, 640, "开发者工具")
    draw.rounded_rectangle((40, 70, 360, 616), 30, fill="white", outline="#c4c9d0", width=3)
    draw.text((200, 108), "我的手记", font=font(18, "Bold"), fill="#16181d", anchor="mm")
    for index, title in enumerate(["小程序从注册到上架", "域名与解析", "证书与 HTTPS", "曝光与数学"]):
        y = 146 + 104 * index
        draw.rounded_rectangle((58, y, 342, y + 90), 10, fill="#f4f5f7")
        draw.text((74, y + 28), title, font=font(18, "Bold"), fill="#16181d", anchor="lm")
        draw.text((74, y + 60), "2024 年 3 月　约 4 分钟", font=font(14), fill="#6b7280", anchor="lm")
    draw.rectangle((58, 566, 342, 568), fill="#e5e7eb")
    for index, name in enumerate(["首页", "标签", "归档", "关于"]):
        draw.text((93 + 71 * index, 588), name, font=font(15), fill="#07a653" if index == 0 else "#6b7280", anchor="mm")
    for index, row in enumerate(["app.json", "app.wxss", "pages/home/index.wxml", "pages/home/index.js", "project.config.json"]):
        draw.text((410, 110 + 38 * index), row, font=font(18), fill="#3a3f47", anchor="lm")
    draw.rectangle((400, 320, 872, 616), fill="#16181d")
    for index, row in enumerate(["> 编译完成，用时 812 ms", "> 主包 486 KB，分包 3 个", "> 没有发现错误"]):
        draw.text((420, 352 + 34 * index), row, font=font(17), fill="#a7e3c1", anchor="lm")
    return image


def handshake():
    """A TLS handshake in six frames."""
    steps = ["ClientHello", "ServerHello", "Certificate", "Finished", "Finished", "数据"]
    frames = []
    for count in range(1, len(steps) + 1):
        frame = Image.new("RGB", (480, 320), "white")
        draw = ImageDraw.Draw(frame)
        for x, name in ((70, "浏览器"), (410, "服务器")):
            draw.text((x, 24), name, font=font(18, "Bold"), fill="#16181d", anchor="mm")
            draw.line((x, 44, x, 304), fill="#c4c9d0", width=2)
        for index, name in enumerate(steps[:count]):
            y = 72 + 42 * index
            right = index in (0, 3, 5)
            start, end = (76, 404) if right else (404, 76)
            colour = "#07a653" if index == count - 1 else "#6b7280"
            draw.line((start, y, end, y), fill=colour, width=3)
            tip = -10 if right else 10
            draw.polygon([(end, y), (end + tip, y - 6), (end + tip, y + 6)], fill=colour)
            draw.text((240, y - 12), name, font=font(15), fill=colour, anchor="mm")
        frames.append(frame.quantize(16))
    return frames


DIAGRAM = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 220" width="640" height="220" role="img">
  <title>从域名到服务器</title>
  <g fill="#ffffff" stroke="#3a6ea5" stroke-width="2">
    <rect x="10" y="80" width="120" height="60" rx="8"/>
    <rect x="180" y="80" width="120" height="60" rx="8"/>
    <rect x="350" y="10" width="120" height="60" rx="8"/>
    <rect x="350" y="150" width="120" height="60" rx="8"/>
    <rect x="510" y="80" width="120" height="60" rx="8"/>
  </g>
  <g stroke="#3a6ea5" stroke-width="2" fill="none">
    <path d="M130 110 H172 M300 104 L345 52 M300 116 L345 170 M410 70 V142 M130 132 C 240 230 420 240 520 148"/>
  </g>
  <g fill="#3a6ea5">
    <path d="M180 110 l-10 -5 v10 z M350 46 l-10 3 l7 7 z M350 176 l-3 -9 l-7 6 z M410 150 l-5 -10 h10 z M526 140 l-11 2 l6 9 z"/>
  </g>
  <g font-family="sans-serif" font-size="17" text-anchor="middle" fill="#16181d">
    <text x="70" y="116">浏览器</text>
    <text x="240" y="116">递归解析器</text>
    <text x="410" y="46">根与顶级域</text>
    <text x="410" y="186">权威服务器</text>
    <text x="570" y="116">网站</text>
  </g>
</svg>
"""


def chime(path):
    """Two seconds of a fading chord: 8 kHz, 8 bits, one channel."""
    rate = 8000
    time = np.arange(rate * 2) / rate
    sound = sum(np.sin(2 * np.pi * pitch * time) for pitch in (523.25, 659.25, 783.99)) / 3 * np.exp(-2.2 * time)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(rate)
        file.writeframes((128 + 110 * sound).astype(np.uint8).tobytes())


def main():
    images = Path(sys.argv[1] if len(sys.argv) > 1 else "assets") / "img"

    def at(name):
        path = images / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    bill().quantize(64).save(at("2024-03-02/1.png"), optimize=True)
    records().quantize(64).save(at("2024-03-02/3.png"), optimize=True)
    landscape(
        820, 1093, 7, (96, 150, 214), (232, 226, 214), [(150, 168, 190), (104, 132, 128), (62, 88, 60)]
    ).save(at("2024-03-02/2.jpg"), quality=78, optimize=True)
    simulator().quantize(64).save(at("2024-03-02/simulator.png"), optimize=True)
    at("2024-03-16/resolution.svg").write_text(DIAGRAM, encoding="utf-8")
    frames = handshake()
    frames[0].save(
        at("2024-04-05/handshake.gif"), save_all=True, append_images=frames[1:], duration=900, loop=0, optimize=True)
    lake(1600, 1067, 3).save(at("2024-08-10/lake.jpg"), quality=84, optimize=True, progressive=True)
    landscape(
        1600, 900, 21, (40, 52, 92), (240, 150, 110), [(110, 96, 124), (70, 62, 88), (30, 32, 44)], sun=(0.3, 0.46)
    ).save(at("2024-08-10/dusk.jpg"), quality=86, optimize=True)
    landscape(
        1200, 800, 33, (150, 184, 220), (236, 240, 240), [(170, 188, 196), (120, 150, 140), (70, 104, 72)]
    ).save(at("2024-08-10/morning.webp"), quality=72, method=6)
    audio = images.parent / "audio"
    audio.mkdir(parents=True, exist_ok=True)
    chime(audio / "chime.wav")


if __name__ == "__main__":
    main()
