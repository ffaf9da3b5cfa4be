using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Generators.Bodies;

/// <summary>The same body in other legal forms: what a home-made reader gets wrong.</summary>
internal static class LegalForms
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static IEnumerable<BrokenBody> Of(JsonValue body)
    {
        var json = body.ToJson();
        return
        [
            Form("form-padded", "\r\n\t " + json + " \n", "white space around it"),
            Form("form-indented", IndentedText(json), "indented over several lines"),
            Form("form-escaped", Escaped(body).ToJson(), "every letter of its names and texts as an escape"),
            Form("form-reversed", Reversed(body).ToJson(), "its members in reverse order"),
            Form("form-charset", json, "with charset=utf-8") with
            {
                ContentType = "application/json; charset=utf-8",
            },
            Form("form-type-in-capitals", json, "with its media type in capitals") with
            {
                ContentType = "Application/JSON",
            },
        ];
    }

    private static string IndentedText(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }

    private static JsonValue Reversed(JsonValue body) =>
        body switch
        {
            JsonObject o => new JsonObject([
                .. o.Properties.Reverse().Select(p => p with { Value = Reversed(p.Value) }),
            ]),
            JsonArray array => new JsonArray([.. array.Items.Select(Reversed)]),
            _ => body,
        };

    private static JsonRaw Escaped(JsonValue value) =>
        value switch
        {
            JsonText text => new JsonRaw(Quoted(text.Value)),
            JsonArray array => new JsonRaw(
                "[" + string.Join(',', array.Items.Select(item => Escaped(item).Text)) + "]"
            ),
            JsonObject o => new JsonRaw(
                "{" + string.Join(',', o.Properties.Select(p => Quoted(p.Name) + ":" + Escaped(p.Value).Text)) + "}"
            ),
            _ => (JsonRaw)value,
        };

    private static string Quoted(string text) =>
        text.Aggregate(new StringBuilder("\""), (built, c) => built.Append(Escape(c))).Append('"').ToString();

    private static string Escape(char c) => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static BrokenBody Form(string label, string text, string says) =>
        new(Encoding.UTF8.GetBytes(text), BodyBreaks.Json, label, says, BodyViolation.LegalForm, false);
}
