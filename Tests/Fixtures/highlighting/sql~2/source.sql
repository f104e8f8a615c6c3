-- Readers, what they read, and what they said about it.
CREATE SCHEMA IF NOT EXISTS blog;

CREATE TABLE blog.readers (
    id          BIGSERIAL PRIMARY KEY,
    email       VARCHAR(254) NOT NULL UNIQUE,
    name        TEXT,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    is_active   BOOLEAN NOT NULL DEFAULT TRUE,
    CONSTRAINT email_has_at CHECK (email LIKE '%@%')
);

CREATE TABLE blog.visits (
    reader_id   BIGINT REFERENCES blog.readers (id) ON DELETE CASCADE,
    article     TEXT NOT NULL,
    seconds     INTEGER CHECK (seconds >= 0),
    visited_on  DATE NOT NULL
);

CREATE INDEX visits_by_article ON blog.visits (article, visited_on DESC);

INSERT INTO blog.readers (email, name)
VALUES ('lin@example.org', '林'), ('ada@example.org', 'Ada')
ON CONFLICT (email) DO NOTHING;

/* Who came back within a month? */
WITH monthly AS (
    SELECT reader_id,
           date_trunc('month', visited_on) AS month,
           COUNT(*) AS visits,
           SUM(seconds) / 60.0 AS minutes
    FROM blog.visits
    WHERE visited_on BETWEEN '2024-01-01' AND '2024-12-31'
    GROUP BY reader_id, date_trunc('month', visited_on)
    HAVING COUNT(*) > 1
)
SELECT r.name, m.month, m.visits, ROUND(m.minutes, 1) AS minutes,
       CASE WHEN m.visits >= 10 THEN 'often' WHEN m.visits >= 4 THEN 'now and then' ELSE 'seldom' END AS habit
FROM monthly AS m
INNER JOIN blog.readers AS r ON r.id = m.reader_id
LEFT JOIN blog.visits AS v ON v.reader_id = r.id AND v.seconds IS NULL
WHERE r.is_active = TRUE AND r.email NOT LIKE '%@test.example'
ORDER BY m.month DESC, m.visits DESC
LIMIT 20 OFFSET 40;

UPDATE blog.readers SET is_active = FALSE
WHERE id NOT IN (SELECT reader_id FROM blog.visits WHERE reader_id IS NOT NULL);

BEGIN;
DELETE FROM blog.visits WHERE visited_on < CURRENT_DATE - INTERVAL '2 years';
ALTER TABLE blog.visits ADD COLUMN device VARCHAR(32);
GRANT SELECT ON blog.visits TO reporter;
COMMIT;
