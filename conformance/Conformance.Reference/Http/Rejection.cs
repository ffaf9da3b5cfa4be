namespace Conformance.Reference.Http;

/// <summary>One member of a request that failed validation.</summary>
/// <param name="Name">The member's path, such as <c>clientInfo.compatibilityVersion</c>.</param>
/// <param name="Message">What was expected and what came.</param>
public sealed record FieldFault(string Name, string Message);

/// <summary>Why a request is not carried out, before it is written in the form of a protocol.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Error">The error's name, such as <c>ValidationException</c>.</param>
/// <param name="Message">What was expected, what came.</param>
public sealed record Rejection(int Status, string Error, string Message)
{
    /// <summary>The error's further text members, such as <c>resourceId</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Members { get; init; } = [];

    /// <summary>The members at fault; null for an error that has no such list.</summary>
    public ImmutableArray<FieldFault>? FieldList { get; init; }

    /// <summary>Header lines that belong to the error, such as <c>Allow</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];
}
