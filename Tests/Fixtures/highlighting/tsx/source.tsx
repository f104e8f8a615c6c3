import { FC, useCallback, useMemo, useState } from "react";

interface Props {
  items: string[];
  onRemove?: (index: number) => void;
}

// 可删除的列表
export const List: FC<Props> = ({ items, onRemove }) => {
  const sorted = useMemo(() => [...items].sort(), [items]);
  const total: number = sorted.length;
  return (
    <section className="list" data-total={total}>
      <h2>列表 {total > 0 ? `(${total})` : null}</h2>
      {sorted.map((item, index) => (
        <div key={item}>
          <span>{item}</span>
          <button onClick={() => onRemove?.(index)} disabled={!onRemove}>删除</button>
        </div>
      ))}
    </section>
  );
};

type Sort = "asc" | "desc";

interface State<T> {
  readonly order: Sort;
  selected: T | null;
  history: ReadonlyArray<T>;
}

const initial: State<string> = { order: "asc", selected: null, history: [] };

export function Picker({ items }: Pick<Props, "items">) {
  const [state, setState] = useState<State<string>>(initial);
  const choose = useCallback((item: string) => {
    setState((old) => ({ ...old, selected: item, history: [...old.history, item] }));
  }, []);
  if (items.length === 0) return <p className="empty">还没有内容</p>;
  return (
    <>
      <List items={items} onRemove={(index) => choose(items[index] as string)} />
      <output aria-live="polite">{state.selected ?? "未选"}</output>
      {/* 记录 */}
      <small>{state.history.length} 次</small>
    </>
  );
}
