using Conformance.Schemas;

namespace Conformance.Generators.Tests.Vectors;

/// <summary>One row worked by hand: what a value does to a constraint, and why. No generator made it.</summary>
/// <param name="Member">Operation and member: <c>CreateWorkflowRun/modelId</c>.</param>
/// <param name="Keyword">The constraint.</param>
/// <param name="Value">JSON; <c>"a"×40 + "b"</c> is a text put together.</param>
/// <param name="Verdict">valid, invalid or disputed.</param>
/// <param name="Why">In words.</param>
public sealed record Vector(string Api, string Member, string Keyword, string Value, string Verdict, string Why)
{
    private const string Times = "×";
    private const string Plus = " + ";

    /// <summary>Every row of every file, in order.</summary>
    public static IEnumerable<Vector> All() => SchemaCatalog.Embedded().SelectMany(api => Of(api.Name));

    public override string ToString() => $"{Api}/{Member}/{Keyword} {Value} is {Verdict}: {Why}";

    public JsonValue Json() =>
        Value.Contains(Times, StringComparison.Ordinal) || Value.Contains($"\"{Plus}\"", StringComparison.Ordinal)
            ? new JsonText(string.Concat(Value.Split(Plus).Select(Part)))
            : JsonValue.Parse(Value);

    private static string Part(string part)
    {
        var factors = part.Split(Times);
        var count = factors.Length > 1 ? int.Parse(factors[1], null) : 1;
        return string.Concat(Enumerable.Repeat(((JsonText)JsonValue.Parse(factors[0])).Value, count));
    }

    private static List<Vector> Of(string api)
    {
        using var file =
            typeof(Vector).Assembly.GetManifestResourceStream($"Vectors/{api}.tsv")
            ?? throw new FileNotFoundException($"expected rows for {api} in Vectors/{api}.tsv; write them by hand");
        using var reader = new StreamReader(file);
        reader.ReadLine();
        var rows = new List<Vector>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            rows.Add(new Vector(api, cells[0], cells[1], cells[2], cells[3], cells[4]));
        }
        return rows;
    }
}
