using System.Text.RegularExpressions;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>
/// An operation with a constraint of every kind, and a right implementation as a list of checks: each by the requirement
/// that has to fail where it is forgotten.
/// </summary>
internal static partial class Checks
{
    private static readonly string[] Colours = ["RED", "GREEN"];

    public static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Min(2), Made.Max(40), Made.Matching("[a-z0-9-]+")) with
        {
            Role = MemberRole.UniqueName,
        },
        Made.Text("note", Made.Optional, Made.Min(2), Made.Max(40)),
        Made.Text("title", Made.Optional, Made.Min(1)),
        Made.Member(
            "size",
            JsonKind.Integer,
            Made.Required,
            new Minimum(1, Level.Must, Made.At(16)),
            new Maximum(9, Level.Must, Made.At(17))
        ),
        Made.Member("flag", JsonKind.Boolean, Made.Optional),
        Made.Text("colour", Made.Optional, new OneOf([.. Colours], Level.Must, Made.At(18))),
        Made.Member(
            "tags",
            JsonKind.Array,
            Made.Optional,
            new MinItems(2, Level.Must, Made.At(19)),
            new MaxItems(4, Level.Must, Made.At(20))
        ) with
        {
            Members = [Made.Text("tags[]")],
        },
        Made.Member("info", JsonKind.Object, Made.Optional) with
        {
            Members = [Made.Text("info.version", Made.Required)],
        }
    ) with
    {
        Errors = [Made.Invalid, Made.Taken],
    };

    /// <summary>What a right implementation looks at.</summary>
    public static readonly ImmutableDictionary<string, Func<JsonValue, bool>> All = new Dictionary<
        string,
        Func<JsonValue, bool>
    >
    {
        ["name/required/rejected"] = body => body.At("name") is not null,
        ["name/required/null-rejected"] = body => body.At("name") is not JsonRaw { IsNull: true },
        ["name/type/rejected"] = body => IsTextOrNone(body.At("name")),
        ["name/minLength/rejected"] = body => Length(body.At("name")) is null or >= 2,
        ["name/maxLength/rejected"] = body => Length(body.At("name")) is null or <= 40,
        ["name/pattern/rejected"] = body => body.At("name") is not JsonText text || Legal().IsMatch(text.Value),
        ["note/type/rejected"] = body => IsTextOrNone(body.At("note")),
        ["note/minLength/rejected"] = body => Length(body.At("note")) is null or >= 2,
        ["note/maxLength/rejected"] = body => Length(body.At("note")) is null or <= 40,
        ["title/type/rejected"] = body => IsTextOrNone(body.At("title")),
        ["title/minLength/rejected"] = body => Length(body.At("title")) is null or >= 1,
        ["size/required/rejected"] = body => body.At("size") is not null,
        ["size/required/null-rejected"] = body => body.At("size") is not JsonRaw { IsNull: true },
        ["size/type/rejected"] = body =>
            body.At("size") is null or JsonRaw { IsNull: true } || Number(body) is not null,
        ["size/minimum/rejected"] = body => Number(body) is null or >= 1,
        ["size/maximum/rejected"] = body => Number(body) is null or <= 9,
        ["flag/type/rejected"] = body => body.At("flag") is null or JsonRaw { Text: "true" or "false" or "null" },
        ["colour/type/rejected"] = body => IsTextOrNone(body.At("colour")),
        ["colour/enum/rejected"] = body => body.At("colour") is not JsonText text || Colours.Contains(text.Value),
        ["tags/type/rejected"] = body => body.At("tags") is null or JsonArray or JsonRaw { IsNull: true },
        ["tags[]/type/rejected"] = body => body.At("tags") is not JsonArray tags || tags.Items.All(i => i is JsonText),
        ["tags/minItems/rejected"] = body => body.At("tags") is not JsonArray { Items.Length: < 2 },
        ["tags/maxItems/rejected"] = body => body.At("tags") is not JsonArray { Items.Length: > 4 },
        ["info/type/rejected"] = body => body.At("info") is null or JsonObject or JsonRaw { IsNull: true },
        ["info.version/required/rejected"] = body =>
            body.At("info") is not JsonObject || body.At("info.version") is not null,
        ["info.version/required/null-rejected"] = body => body.At("info.version") is not JsonRaw { IsNull: true },
        ["info.version/type/rejected"] = body => IsTextOrNone(body.At("info.version")),
    }.ToImmutableDictionary();

    /// <summary>A target that makes these checks, and knows which names are taken.</summary>
    public static ScriptedTarget Target(IEnumerable<Func<JsonValue, bool>> checks)
    {
        var (all, taken) = (checks.ToList(), new HashSet<string>());
        return new(request =>
            request.Json is not JsonObject body || !all.TrueForAll(holds => holds(body))
                ? Error(400, "InvalidException")
            : taken.Add(body.At("name")?.ToJson() ?? "") ? ScriptedResponse.Accepted
            : body.At("name") is null ? ScriptedResponse.Accepted
            : Error(409, "TakenException")
        );
    }

    private static ScriptedResponse Error(int status, string name) =>
        new(status) { Headers = [new Reports.Header("x-amzn-errortype", name)] };

    private static bool IsTextOrNone(JsonValue? value) => value is null or JsonText or JsonRaw { IsNull: true };

    private static int? Length(JsonValue? value) => value is JsonText text ? text.Value.EnumerateRunes().Count() : null;

    private static decimal? Number(JsonValue body) =>
        body.At("size") is JsonRaw { IsNumber: true } size
        && decimal.TryParse(size.Text, out var number)
        && number % 1 == 0
            ? number
            : null;

    [GeneratedRegex(@"\A[a-z0-9-]*\z")]
    private static partial Regex Legal();
}
