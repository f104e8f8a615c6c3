import type { Reader, Writer } from "./io";
import { EventEmitter } from 'node:events';

/** 订单的状态 */
export enum Status {
  Open = "open",
  Closed = "closed",
}

// 泛型接口
export interface Repository<T extends { id: number }, K = keyof T> {
  readonly name: string;
  find(id: number): Promise<T | undefined>;
  save?(item: Partial<T>): void;
}

type Handler<T> = (event: T, ...rest: unknown[]) => boolean;
type Names = `on${Capitalize<string>}`;

@Injectable({ scope: "request" })
export abstract class OrderService<T extends Order> implements Repository<T> {
  private static instances = 0;
  protected readonly cache: Map<number, T> = new Map();

  constructor(private readonly db: Database, public name: string = "orders") {
    OrderService.instances += 1;
  }

  async find(id: number): Promise<T | undefined> {
    if (this.cache.has(id)) return this.cache.get(id)!;
    const row = await this.db.query<T>(`select * from orders where id = ${id}`);
    return row as T;
  }

  get size(): number { return this.cache.size; }

  abstract handle(handler: Handler<T>): asserts handler is Handler<T>;
}

declare module "express" {
  interface Request { user?: { id: number; roles: readonly string[] } }
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

export const defaults = { retries: 3, timeout: 1_500, pattern: /^\d+$/u, 'api-key': null } as const;
let total: number | null = null;
for (const order of orders.filter((o) => o.status !== Status.Closed)) {
  total = (total ?? 0) + order.price * 100;
}
