package cn.example.blog

import scala.collection.mutable
import scala.concurrent.{ExecutionContext, Future}

/** 一篇文章。 */
final case class Article(title: String, count: Int = 0) extends Ordered[Article] {
  override def compare(that: Article): Int = this.count - that.count
}

sealed trait State[+T]
case object Empty extends State[Nothing]

// 统计词频
object Words {
  private val limit = 0xFF
  lazy val table: mutable.Map[String, Int] = mutable.Map.empty

  def count(text: String)(implicit ec: ExecutionContext): Future[Double] = Future {
    for {
      word <- text.split("\\s+")
      if word.nonEmpty && word.length > 2
    } table(word) = table.getOrElse(word, 0) + 1
    println(s"共 ${table.size} 个词：$limit")
    table.values.sum / 1.5
  }

  def describe(x: Any): String = x match {
    case n: Int if n > 10 => "大"
    case Article(title, _) => title
    case null => throw new IllegalArgumentException("空")
    case _ => """原样"""
  }

  def main(args: Array[String]): Unit = {
    var total = 0L
    while (total < 1000L) total += 1
    val flag = true
    println(args.map(_.toUpperCase).mkString(", "))
  }
}
