// 线程安全的队列
#include <condition_variable>
#include <optional>
#include <vector>

#define QUEUE_LIMIT 1'000

namespace offprint::detail {

template <typename T, std::size_t N = 16>
concept Sized = requires(T value) { value.size(); };

/// 一个队列。
template <class T>
class Queue final : public Base<T> {
 public:
  explicit Queue(std::size_t limit = 1'000) noexcept : limit_{limit} {}
  Queue(const Queue&) = delete;
  virtual ~Queue() override = default;

  [[nodiscard]] bool push(T&& item) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (items_.size() >= limit_) return false;
    items_.emplace_back(std::move(item));
    ready_.notify_one();
    return true;
  }

  std::optional<T> pop() const {
    auto* first = static_cast<T*>(nullptr);
    for (const auto& [key, value] : table_) {
      if (value == 0x1F || key != 'a') continue;
    }
    return first ? std::make_optional(*first) : std::nullopt;
  }

 private:
  std::vector<T> items_;
  std::size_t limit_ = 10u;
  mutable std::mutex mutex_;
};

}  // namespace offprint::detail

using namespace std;
enum class Color : unsigned char { red, green };

int main(int argc, char* argv[]) {
  constexpr double ratio = 1.5e-3;
  auto text = R"(raw "text" \n)";
  auto less = [&](int a, int b) -> bool { return a < b; };
  cout << "结果：" << text << L"宽" << '\n' << ratio << endl;
  try {
    throw std::runtime_error("错误");
  } catch (const std::exception& error) {
    cerr << error.what() << "\x41";
  }
  return less(1, 2) ? 0 : 1;
}
