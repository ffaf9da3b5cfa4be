using System.Globalization;
using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>What the status of a rejection has to be.</summary>
internal static class Statuses
{
    private const string AnyRejection = "4xx";
    private const int UsualRejection = 400;

    /// <summary>
    /// The status of a documented error. Whoever may not know that something exists may be denied it: where the request
    /// names what only the configuration knows, 403 is as right as 404.
    /// </summary>
    public static JsonValue Of(Operation operation, ErrorResponse error) =>
        error.Cause == ErrorCause.NotFound
        && operation.Parameters.Any(p => p.Role == MemberRole.Known)
        && operation.ErrorFor(ErrorCause.AccessDenied) is { } denied
            ? Match.StatusOneOf(error.Status, denied.Status)
            : Match.Status(error.Status);

    /// <summary>What a convention says of rejections: a list of statuses, or the class of them.</summary>
    public static JsonValue Of(Convention rejections) =>
        rejections.Value == AnyRejection
            ? Match.StatusClass(UsualRejection, "clientError")
            : Match.StatusOneOf([
                .. rejections.Value.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)),
            ]);
}
