-- 统计词频
local Reader = require("reader")

--[[ 多行
注释 ]]
local Words = {}
Words.__index = Words

local LIMIT <const> = 0xFF

function Words.new(title, options)
  local self = setmetatable({}, Words)
  self.title = title or "未命名\n"
  self.counts = { total = 0, ["a b"] = 1.5e3 }
  return self
end

function Words:add(text)
  for word in string.gmatch(text, "%a+") do
    if #word > 2 and word ~= 'the' then
      self.counts[word] = (self.counts[word] or 0) + 1
    elseif not word then
      break
    end
  end
  local i = 1
  while i <= LIMIT do
    i = i * 2
  end
  repeat i = i - 1 until i == 0
  return self, nil
end

local words = Words.new("文章")
words:add([[原样 文本]])
for key, value in pairs(words.counts) do
  print(key .. ": " .. tostring(value), true, false)
end
-- 统计
local total = 0
for _, count in ipairs({ 3, 0x1F, 2.5e2 }) do total = total + count end
print(("%d 个"):format(total))
return Words
