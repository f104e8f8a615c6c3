import React, { useState, useEffect } from 'react';
import Card from "./Card";

// 文章列表组件
export default function PostList({ posts, onSelect }) {
  const [selected, setSelected] = useState(null);
  const count = posts.length;

  useEffect(() => {
    document.title = `共 ${count} 篇`;
  }, [count]);

  if (count === 0) {
    return <p className="empty">暂无文章</p>;
  }

  return (
    <>
      <ul className="list" id="posts">
        {posts.map((post) => (
          <li key={post.id} onClick={() => setSelected(post.id)}>
            <Card title={post.title} disabled={selected === post.id} />
            <span style={{ color: "red" }}>{post.date}</span>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onSelect}>
        选择
      </button>
      {/* 页脚 */}
      <Footer.Link href="/about">About</Footer.Link>
    </>
  );
}

export default function App() {
  const [dark, setDark] = useState(false);
  return (
    <main className={`app ${dark ? "dark" : "light"}`}>
      <label htmlFor="scheme">夜间</label>
      <input id="scheme" type="checkbox" checked={dark} onChange={() => setDark(!dark)} />
    </main>
  );
}
