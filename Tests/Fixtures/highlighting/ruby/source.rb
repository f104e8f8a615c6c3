#!/usr/bin/env ruby
# 统计词频
require 'set'
require_relative "reader"

module Blog
  # 一篇文章
  class Article < Base
    include Comparable
    attr_reader :title, :count
    LIMIT = 0xFF
    @@instances = 0

    def initialize(title, limit: 10, tags: nil)
      raise ArgumentError, "标题太长：#{title}\n" if title.length > LIMIT
      @title = title
      @tags = tags || %w[a b c]
      @@instances += 1
    end

    def self.load(path)
      File.open(path, 'r') do |file|
        file.each_line.with_index { |line, i| yield line.strip, i unless line.empty? }
      end
    rescue Errno::ENOENT => error
      warn "没有 #{path}: #{error.message}"
      nil
    ensure
      puts :done
    end

    def <=>(other)
      title <=> other.title
    end

    def empty?
      @count.nil? || @count.zero?
    end
  end
end

counts = Hash.new(0)
ARGV.each do |arg|
  arg.scan(/[a-z]+\d*/i) { |word| counts[word] += 1 }
end

text = <<~TEXT
  共 #{counts.size} 个词
TEXT

case counts.size
when 0 then exit 1
when 1..10 then puts text
else
  counts.sort_by { |word, n| -n }.first(3).each { |word, n| printf("%s\t%d\n", word, n) }
end
ratio = 1.5e3 / 1_000 if $stdout.tty? && true
options = { name: "x", :old => false }
