import { FC, useMemo } from "react";

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
