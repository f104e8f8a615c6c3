# How long are posts, and how did that change over the years?
library(dplyr)
library(ggplot2)
suppressPackageStartupMessages(library(readr))

read_posts <- function(path, pattern = "\\.csv$", limit = Inf) {
  files <- list.files(path, pattern = pattern, full.names = TRUE)
  if (length(files) == 0L) {
    stop("no files in ", sQuote(path), call. = FALSE)
  }
  posts <- do.call(rbind, lapply(files, read_csv, show_col_types = FALSE))
  posts[seq_len(min(nrow(posts), limit)), ]
}

posts <- read_posts("data/posts") %>%
  mutate(
    year = as.integer(format(date, "%Y")),
    minutes = words / 400,
    is_long = minutes > 10 & !is.na(minutes)
  ) %>%
  filter(year >= 2018, language %in% c("zh", "en"))

summary_by_year <- posts %>%
  group_by(year, language) %>%
  summarise(n = n(), median = median(minutes), .groups = "drop")

model <- lm(log(words) ~ year + language, data = posts)
print(summary(model)$coefficients)
cat(sprintf("R² = %.3f\n", summary(model)$r.squared))

ggplot(summary_by_year, aes(x = year, y = median, colour = language)) +
  geom_line(linewidth = 1.2) +
  geom_point(size = 2) +
  scale_y_continuous(limits = c(0, NA)) +
  labs(title = "Minutes a post", x = NULL, y = "Median") +
  theme_minimal(base_size = 14)

ggsave("minutes.png", width = 8, height = 4.5, dpi = 144)

total <- 0
for (i in seq_along(posts$words)) {
  w <- posts$words[[i]]
  if (is.null(w) || is.na(w)) next
  total <- total + w
}
while (total > 1e6) {
  total <- total %/% 1000
}
stopifnot(is.numeric(total), total >= 0)
result <- tryCatch(
  readRDS("cache.rds"),
  error = function(e) { message("no cache: ", conditionMessage(e)); NULL },
  finally = invisible(gc())
)
names(posts)[names(posts) == "words"] <- "word_count"
x <- c(a = 1L, b = 2.5e-3, c = 0x1F)
apply(matrix(1:6, nrow = 2), MARGIN = 1, FUN = \(row) sum(row ^ 2))
repeat { x <- x[-1]; if (!length(x)) break }
