import { Text, View } from "@react-pdf/renderer";

/** A list with hanging dashes. */
export function Items({ items }: { items: readonly string[] }) {
  return (
    <View>
      {items.map((item) => (
        <View key={item} wrap={false} style={{ flexDirection: "row", gap: 5, marginBottom: 1.5 }}>
          <Text>–</Text>
          <Text style={{ flex: 1 }}>{item}</Text>
        </View>
      ))}
    </View>
  );
}
