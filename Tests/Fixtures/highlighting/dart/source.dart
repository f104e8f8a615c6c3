import 'dart:async';
import 'package:flutter/material.dart' as ui;

/// 文章页。
class ArticlePage extends StatefulWidget {
  const ArticlePage({super.key, required this.title, this.count = 0});

  final String title;
  final int count;

  @override
  State<ArticlePage> createState() => _ArticlePageState();
}

class _ArticlePageState extends State<ArticlePage> {
  late final Map<String, int> _words;
  double ratio = 1.5;
  String? error;

  // 载入文章
  Future<void> load(String path) async {
    try {
      final text = await rootBundle.loadString('assets/$path.md');
      for (final word in text.split(RegExp(r'\s+'))) {
        if (word.isEmpty || word == "x") continue;
        _words[word] = (_words[word] ?? 0) + 1;
      }
    } on FormatException catch (e) {
      setState(() => error = '失败：${e.message}\n');
    } finally {
      print(0xFF);
    }
  }

  @override
  Widget build(BuildContext context) {
    return Scaffold(
      appBar: AppBar(title: Text(widget.title)),
      body: ListView.builder(
        itemCount: _words.length,
        itemBuilder: (context, index) => ListTile(title: Text('$index')),
      ),
    );
  }
}

void main() => runApp(const MaterialApp(home: ArticlePage(title: '标题')));
