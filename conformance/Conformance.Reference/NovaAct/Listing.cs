using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>What the two lists have in common.</summary>
internal static class Listing
{
    private const string Ascending = "Ascending";

    private static readonly Member<string> SortOrder = Member.Text(
        "sortOrder",
        false,
        Checks.OneOf(Ascending, "Descending")
    );

    /// <summary>Reads the page asked for; without a sort order the oldest come first.</summary>
    public static Func<JsonElement, ICollection<FieldFault>, PageRequest> ReadFor(NovaActCall call) =>
        (body, faults) => PageRequest.Read(call.Target, SortOrder.Read(body, faults) is null or Ascending, faults);

    public static void WriteNextToken(Utf8JsonWriter writer, PageRequest request, long? lastNumber)
    {
        if (lastNumber is { } number)
            writer.WriteString("nextToken", request.NextToken(number));
    }
}
