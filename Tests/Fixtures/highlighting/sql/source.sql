-- 建表
CREATE TABLE IF NOT EXISTS articles (
  id BIGINT PRIMARY KEY AUTO_INCREMENT,
  title VARCHAR(255) NOT NULL DEFAULT '未命名',
  body TEXT,
  rating DECIMAL(10, 2) CHECK (rating >= 0.5),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  author_id INTEGER REFERENCES authors (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX idx_title ON articles (title, created_at DESC);

/* 插入
   几行 */
INSERT INTO articles (title, body, rating)
VALUES ('It''s 一篇', NULL, 4.5), ('第二篇', 'text', 1e2);

SELECT a.id, a.title, COUNT(*) AS total, COALESCE(SUM(c.score), 0)
FROM articles AS a
LEFT JOIN comments c ON c.article_id = a.id AND c.deleted IS FALSE
WHERE a.title LIKE '%词%' OR a.id IN (1, 2, 3)
GROUP BY a.id
HAVING COUNT(*) > 10
ORDER BY total DESC, a.created_at
LIMIT 20 OFFSET 5;

WITH recent AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY author_id ORDER BY created_at DESC) AS rank
  FROM articles
)
UPDATE articles SET rating = CASE WHEN rating > 3 THEN rating + 1 ELSE 0 END
WHERE id IN (SELECT id FROM recent WHERE rank = 1) AND EXISTS (SELECT 1);

BEGIN;
DELETE FROM articles WHERE created_at < '2020-01-01';
ALTER TABLE articles ADD COLUMN views INT NOT NULL DEFAULT 0;
COMMIT;

CREATE INDEX articles_by_day ON articles (created_at DESC);
-- 每月几篇
SELECT COUNT(*) AS total, MIN(created_at) FROM articles
GROUP BY author_id HAVING COUNT(*) >= 2 ORDER BY total LIMIT 10;
