namespace Conformance.Reference.Http;

/// <summary>What signatures are measured by.</summary>
/// <param name="Credentials">The one key pair that is known.</param>
/// <param name="Region">Region for which requests must be signed.</param>
/// <param name="Service">Service for which requests must be signed, such as <c>nova-act</c>.</param>
/// <param name="Time">Clock against which the time of signing is held.</param>
public sealed record SignatureDemand(AwsCredentials Credentials, string Region, string Service, TimeProvider Time)
{
    /// <summary>Rejects with 403 what does not carry a valid Signature Version 4 (interpretation R10).</summary>
    public static Rejection? Check(Incoming request, SignatureDemand demand) =>
        SignedRequest.Complaint(request, demand.Credentials, demand.Region, demand.Service, demand.Time.GetUtcNow())
            is { } complaint
            ? new Rejection(403, "AccessDeniedException", complaint)
            : null;

    /// <summary>What the options ask of the requests for this service; null when they ask for no signature.</summary>
    internal static SignatureDemand? Of(ReferenceOptions options, string service) =>
        options.Credentials is { } known ? new(known, options.Region, service, options.Time) : null;
}
