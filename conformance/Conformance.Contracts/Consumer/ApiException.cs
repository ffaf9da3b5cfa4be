using System.Diagnostics.CodeAnalysis;

namespace Conformance.Contracts.Consumer;

/// <summary>What the documented errors have in common, and what some of them add; null where a response lacks it.</summary>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Reason">Why a request is invalid.</param>
/// <param name="ResourceId">What is missing, or in the way.</param>
/// <param name="ResourceType">Its kind.</param>
public sealed record ErrorShape(string? Message, string? Reason, string? ResourceId, string? ResourceType);

/// <summary>The API responded with an error, or not at all.</summary>
[SuppressMessage(
    "Design",
    "CA1032:Implement standard exception constructors",
    Justification = "An error without a status says nothing; whoever throws it has one."
)]
public sealed class ApiException : Exception
{
    public ApiException(int status, ErrorShape? error, Exception? inner)
        : base($"the API responded with {status}: {error?.Message ?? inner?.Message ?? "no message"}", inner) =>
        (Status, Error) = (status, error);

    /// <summary>The HTTP status; 0 where there was no response.</summary>
    public int Status { get; }

    /// <summary>The error's members; null where its body is no JSON.</summary>
    public ErrorShape? Error { get; }
}
