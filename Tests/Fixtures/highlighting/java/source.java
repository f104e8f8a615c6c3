package cn.example.blog;

import java.util.List;
import java.util.Map;
import static java.util.stream.Collectors.toList;

/**
 * 一篇文章。
 *
 * @author 墨
 */
@Entity
@Table(name = "articles")
public class Article extends Base<Long> implements Comparable<Article> {
    private static final int MAX_LENGTH = 0xFF;
    private final Map<String, Integer> counts = new HashMap<>();
    protected volatile String title = "标题\n";

    public Article(String title) throws IllegalArgumentException {
        super();
        if (title == null || title.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("标题太长: " + title);
        }
        this.title = title;
    }

    // 统计词频
    @Override
    public int compareTo(final Article other) {
        for (String word : title.split("\\s+")) {
            counts.merge(word, 1, Integer::sum);
        }
        long total = counts.values().stream().mapToInt(n -> n * 2).sum();
        double ratio = total / 3.14f + 1e-3 - 1_000L;
        char c = 'x';
        return switch (c) {
            case 'a' -> 1;
            default -> {
                yield (int) ratio;
            }
        };
    }

    public static void main(String... args) {
        var names = List.of(args).stream().filter(s -> !s.isEmpty()).collect(toList());
        synchronized (names) {
            System.out.println(names instanceof List ? true : false);
        }
        String text = """
            多行
            文本
            """;
    }

    record Point(int x, int y) {}
    enum Level { LOW, HIGH }
}
