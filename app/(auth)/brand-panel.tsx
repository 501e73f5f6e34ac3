import styles from './sign-in/sign-in.module.css';

const POINTS = [
  ['一次编制', '十二张公开附表与情况说明由同一份数据生成，处处一致'],
  ['随填随校', '勾稽关系、科目、权重边填边查，送审之前心中有数'],
  ['全程留痕', '每一版、每一次退回与批复都有记录，不可更改'],
] as const;

/** The left half of the pages before sign-in: what this system is. */
export function BrandPanel() {
  return (
    <aside className={styles.brand} aria-label="系统介绍">
      <p className={styles.product}>明算</p>
      <p className={styles.subtitle}>部门预算编制与公开系统</p>
      <ul className={styles.points}>
        {POINTS.map(([title, text]) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
