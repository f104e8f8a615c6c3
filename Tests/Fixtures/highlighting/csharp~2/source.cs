using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blog.Indexing
{
    /// <summary>Counts words of articles and finds those that share many.</summary>
    public sealed class WordIndex : IDisposable
    {
        private const int MinimumLength = 3;
        private static readonly char[] Separators = { ' ', '\t', '\n', '.', ',' };
        private readonly Dictionary<string, HashSet<int>> articles = new();
        private readonly SemaphoreSlim gate = new SemaphoreSlim(1, 1);

        public event EventHandler<string> WordAdded;

        public int Count => articles.Count;

        public string Language { get; init; } = "en";

        public async Task AddAsync(int id, string path, CancellationToken token = default)
        {
            if (path == null) throw new ArgumentNullException(nameof(path));
            string text = await File.ReadAllTextAsync(path, token).ConfigureAwait(false);
            await gate.WaitAsync(token);
            try
            {
                foreach (var word in Split(text))
                {
                    if (!articles.TryGetValue(word, out var set))
                    {
                        set = new HashSet<int>();
                        articles[word] = set;
                        WordAdded?.Invoke(this, word);
                    }
                    set.Add(id);
                }
            }
            finally
            {
                gate.Release();
            }
        }

        private static IEnumerable<string> Split(string text)
        {
            foreach (string part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.Length >= MinimumLength)
                    yield return part.ToLowerInvariant();
            }
        }

        public IReadOnlyList<(int Id, double Score)> Related(int id, int limit = 5)
        {
            var scores = from pair in articles
                         where pair.Value.Contains(id)
                         from other in pair.Value
                         where other != id
                         group 1.0 / pair.Value.Count by other into g
                         orderby g.Sum() descending
                         select (g.Key, g.Sum());
            return scores.Take(limit).ToList();
        }

        public void Dispose() => gate.Dispose();
    }
}
