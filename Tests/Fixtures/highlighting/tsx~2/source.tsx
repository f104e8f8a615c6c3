import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

interface Article {
  slug: string
  title: string
  words: number
}

interface ListProps {
  articles: Article[]
  limit?: number
  children?: ReactNode
}

export function ArticleList({ articles, limit = 10, children }: ListProps) {
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<string | null>(null)

  const found = useMemo(() => {
    const wanted = query.trim().toLowerCase()
    return articles.filter((article) => article.title.toLowerCase().includes(wanted)).slice(0, limit)
  }, [articles, query, limit])

  useEffect(() => {
    document.title = `${found.length} articles`
    return () => setOpen(null)
  }, [found.length])

  if (articles.length === 0) {
    return <p className="none">Nothing here yet.</p>
  }

  return (
    <section className={open ? 'list open' : 'list'}>
      {children}
      <input
        type="search"
        value={query}
        placeholder="Words of a title"
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul>
        {found.map((article) => (
          <li key={article.slug} data-words={article.words}>
            <a href={`/posts/${article.slug}/`} onClick={() => setOpen(article.slug)}>
              {article.title}
            </a>
            {article.words > 1000 && <small>{Math.round(article.words / 400)} min</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
