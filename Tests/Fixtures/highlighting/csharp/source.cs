using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Offprint.Models;

/// <summary>一篇文章。</summary>
[Serializable]
public sealed class Article : IComparable<Article>
{
    private readonly Dictionary<string, int> counts = new();
    public string Title { get; init; } = "未命名";
    public int Count => counts.Count;

    // 构造函数
    public Article(string title, int limit = 0x10)
    {
        Title = title ?? throw new ArgumentNullException(nameof(title));
    }

    [Obsolete("use Load")]
    public async Task<bool> LoadAsync(string path, double ratio = 1.5)
    {
        try
        {
            await foreach (var line in ReadLines(@"C:\posts\" + path))
            {
                if (string.IsNullOrEmpty(line)) continue;
                counts[line] = counts.TryGetValue(line, out var n) ? n + 1 : 1;
            }
        }
        catch (Exception error) when (error is not null)
        {
            Console.WriteLine($"失败：{error.Message}\n");
            return false;
        }
        return true;
    }

#region 比较
    public int CompareTo(Article other) => other switch
    {
        null => 1,
        { Count: > 100 } => -1,
        _ => string.Compare(Title, other.Title),
    };
#endregion

    public static void Main(string[] args)
    {
        var words = from word in args where word.Length > 2 select word.ToUpper();
        char c = 'x';
        foreach (var word in words) Console.Write(word + c);
        lock (args) { checked { int total = 1_000 * 2; } }
    }
}
