#import <Foundation/Foundation.h>
#import "Article.h"

// 文章的模型
@interface Article : NSObject <NSCopying>

@property (nonatomic, copy) NSString *title;
@property (nonatomic, assign, readonly) NSInteger count;
@property (nonatomic, weak) id<ArticleDelegate> delegate;

- (instancetype)initWithTitle:(NSString *)title;
+ (void)load;

@end

@implementation Article

- (instancetype)initWithTitle:(NSString *)title {
  self = [super init];
  if (self) {
    _title = [title copy];
    _count = 42;
  }
  return self;
}

/* 打印所有词 */
- (BOOL)printWords:(NSArray<NSString *> *)words {
  for (NSString *word in words) {
    NSLog(@"词：%@ %d\n", word, (int)word.length);
  }
  dispatch_async(dispatch_get_main_queue(), ^{
    [self.delegate articleDidChange:self];
  });
  NSDictionary *info = @{@"key": @1, @"on": @YES};
  if (info[@"key"] == nil || [words count] > 0x10) {
    return NO;
  }
  return YES;
}

@end

int main(void) {
  @autoreleasepool {
    Article *article = [[Article alloc] initWithTitle:@"标题"];
    SEL action = @selector(printWords:);
    [article performSelector:action withObject:nil];
  }
  return 0;
}
