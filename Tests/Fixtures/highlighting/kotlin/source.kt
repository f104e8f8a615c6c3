package cn.example.blog

import kotlinx.coroutines.flow.Flow
import java.util.Date as JavaDate

/**
 * 一篇文章。
 */
@Serializable
data class Article(
    val title: String,
    var count: Int = 0,
    private val tags: List<String>? = null,
) : Comparable<Article> {
    companion object {
        const val LIMIT = 0xFF
    }

    // 比较
    override fun compareTo(other: Article): Int = when {
        count > other.count -> 1
        title == other.title && count in 1..10 -> 0
        else -> -1
    }

    suspend fun load(path: String): Flow<String> {
        val text = "载入 $path：${tags?.size ?: 0} 个标签\n"
        try {
            println(text)
        } catch (error: Exception) {
            throw IllegalStateException("失败", error)
        }
        return emptyList<String>().asFlow()
    }
}

sealed interface State<out T> {
    object Empty : State<Nothing>
    class Ready<T>(val value: T) : State<T>
}

inline fun <reified T> List<Any>.only(): List<T> = filter { it is T }.map { it as T }

fun main(args: Array<String>) {
    val words = mutableMapOf<String, Int>()
    for ((index, word) in args.withIndex()) {
        if (word.isEmpty()) continue
        words[word] = (words[word] ?: 0) + 1
    }
    val raw = """
        多行 ${words.size}
    """.trimIndent()
    val c: Char = 'x'
    var ratio = 1.5e3f - 1_000L
    while (true) { break }
    println(words.maxByOrNull { it.value }?.key!!)
}
