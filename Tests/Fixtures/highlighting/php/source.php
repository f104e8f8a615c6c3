<?php
declare(strict_types=1);

namespace App\Models;

use InvalidArgumentException;

/**
 * 一篇文章。
 */
#[Entity]
final class Article extends Base implements \JsonSerializable
{
    private const LIMIT = 0xFF;
    public static int $instances = 0;

    public function __construct(private readonly string $title, protected ?array $tags = null)
    {
        if (strlen($title) > self::LIMIT || $title === '') {
            throw new InvalidArgumentException("标题太长：$title\n");
        }
        static::$instances++;
    }

    // 统计词频
    public function count(string $text, float $ratio = 1.5): array
    {
        $counts = [];
        foreach (preg_split('/\s+/', $text) as $i => $word) {
            $counts[$word] = ($counts[$word] ?? 0) + 1;
        }
        # 旧式注释
        usort($counts, fn(int $a, int $b): int => $b <=> $a);
        return array_filter($counts, function ($n) use ($ratio) {
            return $n > $ratio && true;
        });
    }

    public function jsonSerialize(): mixed
    {
        return ['title' => $this->title, 'tags' => $this->tags ?: null];
    }
}

$name = $_GET['name'] ?? "世界";
$text = <<<HTML
  <p>你好，{$name}</p>
HTML;
echo $text, PHP_EOL;
