using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>What signatures are measured by.</summary>
/// <param name="Credentials">The one key pair that is known.</param>
/// <param name="Region">Region for which requests must be signed.</param>
/// <param name="Time">Clock against which the time of signing is held.</param>
public sealed record SignatureDemand(AwsCredentials Credentials, string Region, TimeProvider Time)
{
    private const string Service = "nova-act";

    /// <summary>Refuses with 403 what does not carry a valid Signature Version 4 (reading R10).</summary>
    public static Refusal? Check(Incoming request, SignatureDemand demand) =>
        SignedRequest.Complaint(request, demand.Credentials, demand.Region, Service, demand.Time.GetUtcNow())
            is { } complaint
            ? Refusals.AccessDenied(complaint)
            : null;
}
